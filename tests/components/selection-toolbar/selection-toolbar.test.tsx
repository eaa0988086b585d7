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
    onKeep: vi.fn(),
    onWrite: vi.fn(),
    onClose: vi.fn(),
    ...change,
  };
  return { props, ...mount(<SelectionToolbar {...props} />) };
}

describe('SelectionToolbar', () => {
  it('keeps a selection with one press on a colour', () => {
    const { press, props } = toolbar();
    press('用绿色摘录');
    expect(props.onKeep).toHaveBeenCalledWith('green');
  });

  it('has nothing to be typed into: the pencil asks for the note', () => {
    const { root, press, props } = toolbar();
    expect(root.querySelector('textarea, input')).toBeNull();
    press('写批注');
    expect(props.onWrite).toHaveBeenCalledOnce();
  });

  it('says in a private window how long what is kept there stays', () => {
    const { root } = toolbar({ privately: 'session' });
    expect(root.textContent).toContain('关闭窗口后即消失');
    expect(root.querySelectorAll('.swatch')).toHaveLength(4);
  });

  it('offers nothing in a private window where the reader keeps nothing, and says so', () => {
    const { root } = toolbar({ privately: 'refuse' });
    expect(root.textContent).toContain('不保存摘录');
    expect(root.querySelectorAll('.swatch')).toHaveLength(0);
  });
});
