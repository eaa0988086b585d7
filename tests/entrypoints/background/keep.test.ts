import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { relayCommand } from '@/entrypoints/background/commands';
import { keepSelection } from '@/entrypoints/background/keep';
import { takeOpening } from '@/lib/messages/opening';

const tab = { id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false };
const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');
const DONE = { ok: true, value: null };

interface Page {
  /** What each call is answered with or ends in, the next one first. */
  answers: unknown[];
  letsIn?: boolean;
  url?: string;
  isRead?: boolean;
  /** The frame the reader is in. */
  inFront?: number;
}

/** A tab in front, with what it was told and which scripts were put into it. */
function openTab(page: Page) {
  const { answers, letsIn = true, isRead = false, inFront = 0 } = page;
  const url = page.url ?? 'http://news.example.org/';
  const heard: unknown[] = [];
  const put: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [tab]);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => isRead);
  const send = async (_: number, message: unknown, options?: { frameId?: number }) => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    const { govgloss } = message as { govgloss: string };
    heard.push(options ? [govgloss, options.frameId] : govgloss);
    return answer;
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async (script: object) => {
    if (!letsIn) throw new Error('Cannot access contents of the page.');
    if ('files' in script) put.push(String(script.files));
    const frame = { url, origin: new URL(url).origin };
    return [0, 3].map((frameId) => ({
      frameId,
      result: JSON.stringify(script).includes('allFrames') ? frameId === inFront : frame,
    }));
  }) as never);
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

describe('the key that keeps', () => {
  test('keeps in the frame the reader is in, without another script', async () => {
    const page = openTab({ answers: [DONE], inFront: 3 });
    await relayCommand('highlight-selection');
    expect(page).toEqual({ heard: [['keepSelection', 3]], put: [] });
  });

  test('says so where no script is let in', async () => {
    const page = openTab({ answers: [NOBODY], letsIn: false });
    await relayCommand('highlight-selection');
    expect(page).toEqual({ heard: [], put: [] });
    expect(fakeBrowser.action.openPopup).toHaveBeenCalledOnce();
    expect(await takeOpening()).toEqual({ notice: 'cannot-keep' });
  });
});

test('other keys let nobody in', async () => {
  const page = openTab({ answers: [NOBODY] });
  await relayCommand('next-mention');
  expect(page.put).toEqual([]);
});

describe('where nobody listens', () => {
  test('on a site that is not read the script is let in for this alone', async () => {
    const page = openTab({ answers: [NOBODY, DONE] });
    await keepSelection(7, 0);
    expect(page).toEqual({ heard: [['keepSelection', 0]], put: ['/visit.js,/page-session.js'] });
    expect(await takeOpening()).toBeNull();
  });

  test('on a site that is read it comes to stay, as the one on its way would', async () => {
    const page = openTab({ answers: [NOBODY, DONE], url: 'http://www.zj.gov.cn/', isRead: true });
    await keepSelection(7, 0);
    expect(page).toEqual({ heard: [['keepSelection', 0]], put: ['/page-session.js'] });
  });

  test('nor after it was let in, as in a picture, the popup says so', async () => {
    openTab({ answers: [NOBODY, NOBODY] });
    await keepSelection(7, 0);
    expect(await takeOpening()).toEqual({ notice: 'cannot-keep' });
  });
});

describe('where somebody listens nobody else is let in', () => {
  test.each([
    ['the page went before it answered', new Error('The message channel closed.'), null],
    ['it went into the cache', new Error('moved into back/forward cache'), null],
    ['something else is answered', undefined, null],
    ['it failed', { ok: false, error: { code: 'internal', detail: '' } }, 'cannot-keep'],
  ])('%s', async (_, answer, notice) => {
    const page = openTab({ answers: [answer] });
    await keepSelection(7, 0);
    expect(page.put).toEqual([]);
    expect(await takeOpening()).toEqual(notice && { notice });
  });
});
