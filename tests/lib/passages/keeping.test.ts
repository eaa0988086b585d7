// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Settings } from '@/lib/model/settings';
import { Keeping, type KeepingOptions } from '@/lib/passages/keeping';
import { trusted } from '@/tests/trusted';

const page = vi.hoisted(() => ({ isSelected: true }));
vi.mock('@/lib/dom/selected', () => ({ selectedRanges: () => (page.isSelected ? [{}] : []) }));

let ending: AbortController;
const offer = vi.fn(async () => {});
const withdraw = vi.fn();

function watch(offers: Settings['toolbar']): void {
  const keeper = { offer, withdraw };
  const stage = { get: async () => ({ views: { createKeeper: () => keeper }, words: {} }) };
  const passages = { findDraft: async () => null };
  const options = { stage, passages, offers: () => offers, shadowRoots: () => [] };
  new Keeping(options as unknown as KeepingOptions).watch(ending.signal);
}

/** The reader selects with the pointer and lets it go; so many ms later. */
async function select(ms: number, ctrlKey = false): Promise<void> {
  const press = (type: string) =>
    window.dispatchEvent(trusted(new PointerEvent(type, { bubbles: true, ctrlKey })));
  press('pointerdown');
  document.dispatchEvent(trusted(new Event('selectionchange')));
  press('pointerup');
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  page.isSelected = true;
  offer.mockClear();
  withdraw.mockClear();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

test.each<[Settings['toolbar'], boolean, boolean, boolean]>([
  ['at-once', false, true, true],
  ['pause', false, false, true],
  ['key', false, false, false],
  ['key', true, true, true],
  ['never', true, false, false],
])(
  'set to “%s” (key held: %s) the toolbar comes at once: %s, in the end: %s',
  async (offers, held, soon, late) => {
    watch(offers);
    await select(100, held);
    expect(offer.mock.calls.length > 0).toBe(soon);
    await vi.advanceTimersByTimeAsync(2000);
    expect(offer.mock.calls.length > 0).toBe(late);
  },
);

test('a key held for one selection is not held for the next', async () => {
  watch('key');
  await select(100, true);
  await select(100);
  expect(offer).toHaveBeenCalledOnce();
  expect(withdraw).toHaveBeenCalled();
});

test('what is not selected any more after the pause is not offered', async () => {
  watch('pause');
  await select(100);
  page.isSelected = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(offer).not.toHaveBeenCalled();
});
