import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { relayCommand } from '@/entrypoints/background/commands';
import { takeOpening } from '@/lib/messages/opening';

const tab = { id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false };

/** A tab in front that hears what `hears` names, and into which scripts may be put, or may not. */
function openTab(hears: string[], letsIn: boolean) {
  const heard: string[] = [];
  const put: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [tab]);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (_, message) => {
    const { govgloss } = message as { govgloss: string };
    if (!hears.includes(govgloss) && put.length < 2) throw new Error('Receiving end is missing.');
    heard.push(govgloss);
    return { ok: true, value: null };
  });
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async (script) => {
    if (!letsIn) throw new Error('Cannot access contents of the page.');
    put.push('files' in script ? String(script.files) : 'a visit');
    return [];
  });
  vi.spyOn(fakeBrowser.action, 'openPopup').mockImplementation(async () => {});
  return { heard, put };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    ...{ manifest_version: 3, name: '', version: '1' },
    content_scripts: [{ matches: ['*://*.gov.cn/*'], js: ['a.js'], css: ['a.css'] }],
  });
});
afterEach(() => vi.restoreAllMocks());

test('the key keeps on a page that is read, without another script', async () => {
  const page = openTab(['command'], true);
  await relayCommand('highlight-selection');
  expect(page).toEqual({ heard: ['command'], put: [] });
});

test('on a page that is not read the script is let in for this alone', async () => {
  const page = openTab([], true);
  await relayCommand('highlight-selection');
  expect(page).toEqual({ heard: ['keepSelection'], put: ['a visit', 'a.js'] });
  expect(await takeOpening()).toBeNull();
});

test('where no script is let in the popup opens and says so', async () => {
  const page = openTab([], false);
  await relayCommand('highlight-selection');
  expect(page).toEqual({ heard: [], put: [] });
  expect(fakeBrowser.action.openPopup).toHaveBeenCalledOnce();
  expect(await takeOpening()).toEqual({ notice: 'cannot-keep' });
});

test('other commands let nobody in', async () => {
  const page = openTab([], true);
  await relayCommand('next-mention');
  expect(page.put).toEqual([]);
});
