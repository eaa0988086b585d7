import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { callBackground, callPage } from '@/lib/messages/client';
import { logError, readLog } from '@/lib/messages/error-log';
import { leaveOpening, takeOpening } from '@/lib/messages/opening';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('a call nobody answers as we do', () => {
  test.each([
    ['nobody listens', () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['whoever listens goes', () => Promise.reject(new Error('message channel closed'))],
    ['nothing is answered', async () => undefined],
    ['something else is answered', async () => ({ done: true })],
    ['an error we do not know is answered', async () => ({ ok: false, error: { code: 'odd' } })],
  ])('is disconnected: %s', async (_, answer) => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answer);
    expect(await callBackground('getStrings', null)).toMatchObject({
      ok: false,
      error: { code: 'disconnected' },
    });
  });
});

test('a call that nobody hears says so, in the words of both browsers', async () => {
  const words = 'Could not establish connection. Receiving end does not exist.';
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error(words));
  expect(await callPage(1, 0, 'getReport', null)).toMatchObject({
    ok: false,
    error: { code: 'nobody' },
  });
});

test('an extension that was reloaded under a page is said to be, whatever the browser throws', async () => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('context invalidated'));
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);
  expect(await callBackground('getStrings', null)).toMatchObject({ error: { code: 'reloaded' } });
});

test('the log keeps the last errors, newest first, and does not grow for ever', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  for (let nth = 0; nth < 60; nth++) {
    logError(new Error(`error ${nth}`), 'a test');
    await vi.waitFor(async () => expect((await readLog())[0]?.message).toContain(`error ${nth}`));
  }
  const log = await readLog();
  expect(log).toHaveLength(50);
  expect(log[49]?.message).toContain('error 10');
});

test('what is logged at once is all kept', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const nth of [1, 2, 3]) logError(new Error(`error ${nth}`), 'a test');
  await vi.waitFor(async () => expect(await readLog()).toHaveLength(3));
});

test.each([{ id: 'CN-ZJ' }, { notice: 'cannot-keep' as const }])(
  'what is left for the popup opens once: %o, then the page again',
  async (opening) => {
    await leaveOpening(opening);
    expect([await takeOpening(), await takeOpening()]).toEqual([opening, null]);
  },
);
