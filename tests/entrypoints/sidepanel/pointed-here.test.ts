import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pointedHere } from '@/entrypoints/sidepanel/pointed-here';
import { changeSettings } from '@/lib/messages/settings';

beforeEach(async () => {
  fakeBrowser.reset();
  const tab = { index: 0, highlighted: true, active: true, pinned: false, incognito: false };
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [{ ...tab, id: 7 }]);
  await changeSettings({ panelFollows: true });
});
afterEach(() => vi.restoreAllMocks());

test.each([
  ['in this window’s tab', { id: 'CN-ZJ', tabId: 7 }, 'CN-ZJ'],
  ['in another window', { id: 'CN-ZJ', tabId: 8 }, null],
  ['nowhere any more', undefined, null],
  ['in what is nothing we know', { id: 5, tabId: 7 }, null],
])('the panel follows the pointer: %s', async (_, left, id) => {
  expect(await pointedHere(left)).toBe(id);
});

test('the panel follows only when the reader wants it to', async () => {
  await changeSettings({ panelFollows: false });
  expect(await pointedHere({ id: 'CN-ZJ', tabId: 7 })).toBeNull();
});
