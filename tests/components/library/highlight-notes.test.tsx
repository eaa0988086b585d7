// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { type ChangeOutcome, HighlightNotes } from '@/components/library/HighlightNotes';
import type { Highlight } from '@/lib/model/highlight';
import { kept } from '../fixtures/library';
import { mount, t } from '../mount';

const SEEN: Highlight = kept('a', '浙里办', { note: '先前', tags: ['旧'] });
const THEIRS: Highlight = { ...SEEN, note: '别处写的', revision: 2 };

/** A note typed here while another window wrote another; `answers` come one after another. */
async function typed(...answers: ChangeOutcome[]) {
  const onChange = vi.fn(
    async () => answers.shift() ?? { state: 'kept' as const, highlight: SEEN },
  );
  const view = mount(<HighlightNotes highlight={SEEN} t={t} onChange={onChange} />);
  const field = view.root.querySelector('textarea');
  view.type(field, '这里写的');
  field?.dispatchEvent(new FocusEvent('blur'));
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  return { view, field, onChange };
}

test('what was typed is sent as a change of the highlight that was seen', async () => {
  const { onChange } = await typed({ state: 'kept', highlight: THEIRS });
  expect(onChange).toHaveBeenCalledWith(SEEN, { note: '这里写的' });
});

test('two texts are shown, and the reader’s own is kept over the other when chosen', async () => {
  const { view, onChange } = await typed({ state: 'conflict', current: THEIRS });
  await vi.waitFor(() => expect(view.text()).toContain('别处写的'));
  expect(view.text()).toContain('这里写的');
  view.press('保留我的');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
  expect(onChange).toHaveBeenLastCalledWith(THEIRS, { note: '这里写的', tags: ['旧'] });
  await vi.waitFor(() => expect(view.text()).not.toContain('别处写的'));
});

test('the other text takes the place of what was typed when chosen, and nothing is sent', async () => {
  const { view, field, onChange } = await typed({ state: 'conflict', current: THEIRS });
  await vi.waitFor(() => expect(view.text()).toContain('别处写的'));
  view.press('保留另一份');
  expect(field?.value).toBe('别处写的');
  expect(onChange).toHaveBeenCalledTimes(1);
});
