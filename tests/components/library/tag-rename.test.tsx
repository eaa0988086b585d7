// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { TagRename } from '@/components/library/TagRename';
import { mount, t } from '../mount';

const TAGS = [
  { key: '平台', count: 12 },
  { key: '政务平台', count: 3 },
];

function open() {
  const onRename = vi.fn();
  const view = mount(<TagRename t={t} tag="平台" tags={TAGS} onRename={onRename} />);
  view.press('重命名或合并');
  const field = view.root.querySelector('input');
  const submit = () => view.root.querySelector<HTMLButtonElement>('[type="submit"]');
  return { view, field, submit, onRename };
}

test('a new name is given with its # or without', () => {
  const { view, field, submit, onRename } = open();
  view.type(field, ' #省级平台 ');
  expect(submit()?.textContent).toBe('重命名');
  submit()?.click();
  expect(onRename).toHaveBeenCalledWith('省级平台');
});

test('the name of another tag is said to make them one, before it does', () => {
  const { view, field, submit, onRename } = open();
  view.type(field, '政务平台');
  expect(view.text()).toContain('已有 3 条摘录用这个标签');
  expect(submit()?.textContent).toBe('合并');
  expect(onRename).not.toHaveBeenCalled();
});

test.each([
  ['nothing', ' '],
  ['its own name', '＃平台'],
  ['two names', '政务 平台'],
])('%s is no new name', (_, typed) => {
  const { view, field, submit } = open();
  view.type(field, typed);
  expect(submit()?.disabled).toBe(true);
});
