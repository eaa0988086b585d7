import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeHighlight } from '@/lib/messages/change-highlight';
import { err, ok } from '@/lib/model/result';
import { kept } from '../../components/fixtures/library';

const SEEN = { ...kept('a', '浙里办', { note: '先前' }), revision: 3 };

/** Answers questions one after another; what was asked is told. */
function answering(...answers: unknown[]) {
  const asked: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (...args: unknown[]) => {
    asked.push((args[0] as { input: unknown }).input);
    return answers.shift();
  });
  return asked;
}
const conflict = (current: object) => err({ code: 'conflict', detail: '', current });

beforeEach(() => vi.restoreAllMocks());

test('only what the reader changed is sent, over what they saw', async () => {
  const asked = answering(ok(SEEN));
  await changeHighlight(SEEN, { note: '记', colour: SEEN.colour, tags: [...SEEN.tags] });
  expect(asked).toEqual([{ id: 'a', change: { note: '记' }, base: 3 }]);
});

test('where somebody changed something else meanwhile, both changes hold', async () => {
  const asked = answering(conflict({ ...SEEN, colour: 'pink', revision: 4 }), ok(SEEN));
  expect((await changeHighlight(SEEN, { note: '记' })).ok).toBe(true);
  expect(asked).toMatchObject([{ base: 3 }, { base: 4, change: { note: '记' } }]);
});

test('where the same was changed, nothing is written over it, and it is told', async () => {
  const current = { ...SEEN, note: '别处写的', revision: 4 };
  answering(conflict(current));
  expect(await changeHighlight(SEEN, { note: '记' })).toMatchObject({ error: { current } });
});

test('put again when the background died before it answered', async () => {
  const asked = answering(undefined, ok(SEEN));
  expect((await changeHighlight(SEEN, { note: '记' })).ok).toBe(true);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toEqual(asked[1]);
});
