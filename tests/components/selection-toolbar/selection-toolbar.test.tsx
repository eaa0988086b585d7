// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import {
  SelectionToolbar,
  type SelectionToolbarProps,
} from '@/components/selection-toolbar/SelectionToolbar';
import { mount, PREFS, t } from '@/tests/components/mount';

function toolbar(change: Partial<SelectionToolbarProps> = {}) {
  const props: SelectionToolbarProps = {
    t,
    prefs: PREFS,
    onSave: vi.fn(),
    onClose: vi.fn(),
    ...change,
  };
  return { props, ...mount(<SelectionToolbar {...props} />) };
}

describe('SelectionToolbar', () => {
  it('keeps a selection with one press on a colour', () => {
    const { press, props } = toolbar();
    press('用绿色摘录');
    expect(props.onSave).toHaveBeenCalledWith({ colour: 'green', note: '', tags: [] });
  });

  it('waits for note and tags once the reader writes', () => {
    const { root, press, type, props } = toolbar();
    press('写批注');
    press('蓝色');
    expect(props.onSave).not.toHaveBeenCalled();
    type(root.querySelector('textarea'), ' 与上海对照 ');
    type(root.querySelector('input'), '#改革，数据');
    press('保存');
    expect(props.onSave).toHaveBeenCalledWith({
      colour: 'blue',
      note: '与上海对照',
      tags: ['改革', '数据'],
    });
  });

  it('opens with what was saved, to be changed or deleted', () => {
    const onDelete = vi.fn();
    const highlight = { colour: 'pink' as const, note: '旧注', tags: ['改革'] };
    const { root, press, props } = toolbar({ highlight, onDelete });
    expect(root.querySelector('textarea')?.value).toBe('旧注');
    expect(root.querySelector('[aria-pressed="true"]')?.getAttribute('aria-label')).toBe('粉色');
    press('保存');
    expect(props.onSave).toHaveBeenCalledWith(highlight);
    press('删除摘录');
    expect(onDelete).toHaveBeenCalledOnce();
  });

  it('closes on Esc, and keeps on Ctrl + Enter', () => {
    const { root, press, key, props } = toolbar();
    press('写批注');
    key(root.querySelector('textarea'), 'Enter', { ctrlKey: true });
    expect(props.onSave).toHaveBeenCalledOnce();
    key(root.querySelector('textarea'), 'Escape');
    expect(props.onClose).toHaveBeenCalledOnce();
  });
});
