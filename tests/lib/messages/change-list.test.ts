import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeList } from '@/lib/messages/change-list';
import { err, ok } from '@/lib/model/result';
import type { ListChange } from '@/lib/model/settings';

const PAUSE: ListChange = { list: 'pausedHosts', entry: 'www.zj.gov.cn', holds: true };

/** A background that answers so, call after call; an error is one that died on the way. */
function backgroundThat(...answers: unknown[]) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
}
const died = new Error('The message port closed before a response was received.');

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test('a background that dies on the way is asked once more', async () => {
  const asked = backgroundThat(died, ok(null));
  expect(await changeList(PAUSE)).toBeNull();
  expect(asked.mock.calls).toEqual([
    [{ govgloss: 'changeList', input: PAUSE }],
    [{ govgloss: 'changeList', input: PAUSE }],
  ]);
});

test.each([
  ['nobody answers', [died, died], 'failed'],
  ['there is no room', [err({ code: 'storage-full', detail: '' })], 'full'],
  ['the background fails', [err({ code: 'internal', detail: '' })], 'failed'],
])('when %s, who asked is told', async (_, answers, failure) => {
  const asked = backgroundThat(...answers);
  expect(await changeList(PAUSE)).toBe(failure);
  expect(asked).toHaveBeenCalledTimes(answers.length);
});
