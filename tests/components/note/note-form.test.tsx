// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { NoteForm, type NoteFormProps } from '@/components/note/NoteForm';
import { mount, PREFS, t } from '@/tests/components/mount';

const CHOICE = { colour: 'pink' as const, note: '旧注', tags: ['改革'] };

function form(change: Partial<NoteFormProps> = {}) {
  const props: NoteFormProps = {
    ...{ t, prefs: PREFS, choice: CHOICE, isKept: true, isDraft: false },
    ...{ keptInstead: null, failure: null },
    ...{ onType: vi.fn(), onSave: vi.fn(), onDrop: vi.fn(), onDelete: vi.fn(), onClose: vi.fn() },
    ...change,
  };
  return { props, ...mount(<NoteForm {...props} />) };
}

describe('NoteForm', () => {
  it('opens with what was kept, to be changed or deleted', () => {
    const { root, press, props } = form();
    expect(root.querySelector('textarea')?.value).toBe('旧注');
    expect(root.querySelector('[aria-pressed="true"]')?.getAttribute('aria-label')).toBe('粉色');
    press('保存');
    expect(props.onSave).toHaveBeenCalledWith(CHOICE);
    press('删除摘录');
    expect(props.onDelete).toHaveBeenCalledOnce();
  });

  it('hands on everything that is typed, as it is typed', () => {
    const { root, press, type, props } = form();
    press('蓝色');
    type(root.querySelector('textarea'), ' 与上海对照 ');
    type(root.querySelector('input'), '#改革，数据');
    const typed = { colour: 'blue', note: ' 与上海对照 ', tags: ['改革', '数据'] };
    expect(props.onType).toHaveBeenLastCalledWith(typed);
    press('保存');
    expect(props.onSave).toHaveBeenCalledWith({ ...typed, note: '与上海对照' });
  });

  it('offers to throw away a draft, and nothing to throw away before', () => {
    expect(form().root.textContent).not.toContain('放弃草稿');
    const { press, props } = form({ isDraft: true });
    press('放弃草稿');
    expect(props.onDrop).toHaveBeenCalledOnce();
  });

  it('shows what was changed elsewhere meanwhile, and saves over it when told to', () => {
    const { root, press, props } = form({ keptInstead: { ...CHOICE, note: '别处写的' } });
    expect(root.textContent).toContain('别处写的');
    press('以我的为准保存');
    expect(props.onSave).toHaveBeenCalledWith(CHOICE);
  });

  it('deletes nothing that is not kept', () => {
    const { root } = form({ isKept: false });
    expect(root.querySelector('[aria-label="删除摘录"]')).toBeNull();
  });

  it('closes on Esc, and saves on Ctrl + Enter', () => {
    const { root, key, props } = form();
    key(root.querySelector('textarea'), 'Enter', { ctrlKey: true });
    expect(props.onSave).toHaveBeenCalledOnce();
    key(root.querySelector('textarea'), 'Escape');
    expect(props.onClose).toHaveBeenCalledOnce();
  });
});
