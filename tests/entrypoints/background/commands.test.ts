import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { relayCommand } from '@/entrypoints/background/commands';
import { takeOpening } from '@/lib/messages/opening';
import { err, ok } from '@/lib/model/result';

const tab = { id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false };

/** A page in front that answers so; an error is one where nobody listens. */
function pageThat(answers: unknown) {
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [tab]);
  vi.spyOn(fakeBrowser.action, 'openPopup').mockImplementation(async () => {});
  return vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => {
    if (answers instanceof Error) throw answers;
    return answers;
  });
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test.each([
  ['was kept', ok(null), null],
  ['was not kept', err({ code: 'internal', detail: 'full' }), { notice: 'not-saved' }],
  ['was for a page where nobody listens', new Error('Receiving end does not exist.'), null],
])('a pause by key that %s is said so in the popup', async (_, answer, said) => {
  const page = pageThat(answer);
  await relayCommand('toggle-site');
  expect(page.mock.calls[0]?.[0]).toBe(7);
  expect(page.mock.calls[0]?.[2]).toEqual({ frameId: 0 });
  expect(await takeOpening()).toEqual(said);
});
