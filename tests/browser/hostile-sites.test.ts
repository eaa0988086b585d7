import { expect } from 'vitest';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { keep, keptOn } from './kept';
import { hasMarks, waitForRegistry } from './registry';

const ARTICLE = 'http://www.gov.cn/zhengce/article.html';
const KEY = 'gov.cn/zhengce/article.html';
const EVIL = 'http://evil-county.gov.cn/copied.html';
const TEXT = '浙江的“浙里办”注册用户突破一亿，全国推广。';
const SECRET = '只给自己看的记录';
const FEED = { url: 'https://evil.example.cn/feed/', publicKey: btoa('e'.repeat(32)) };
const page = (head = '', more = '') =>
  `<!doctype html><meta charset="utf-8"><title>文章</title>${head}<p>${TEXT}</p>${more}`;

const SAVED = 'govgloss-saved-yellow';

interface Call {
  govgloss: string;
  input: unknown;
}

/** Calls made in every frame of a page by who has taken over the process our script runs in; all answers as text. */
async function callsFrom(browser: TestBrowser, tab: TestTab, calls: Call[]): Promise<string> {
  const url = await tab.url();
  return browser.inExtension(
    async (api, { at, messages }) => {
      const open = (await api.tabs.query({})).find((each) => each.url === at);
      const target = { tabId: open?.id ?? -1, allFrames: true };
      const func = async (made: string) => {
        const { runtime } = globalThis.browser ?? globalThis.chrome;
        const sent = (JSON.parse(made) as unknown[]).map((each) => runtime.sendMessage(each));
        const answers = await Promise.allSettled(sent);
        return JSON.stringify(answers);
      };
      const ran = await api.scripting.executeScript({ target, func, args: [messages] });
      return ran.map(({ result }) => result).join('\n');
    },
    // As text: Chromium leaves out what is null.
    { at: url, messages: JSON.stringify(calls) },
  );
}

/** What the script of a page is given of the browser's storage, and whether it may write there. */
async function storageIn(browser: TestBrowser, tab: TestTab, items: Record<string, unknown>) {
  const url = await tab.url();
  return browser.inExtension(
    async (api, { at, forged }) => {
      const [open] = await api.tabs.query({ url: at });
      const func = async (all: Record<string, unknown>) => {
        const { storage } = globalThis.browser ?? globalThis.chrome;
        const read: Record<string, string> = {};
        for (const area of ['local', 'sync', 'session'] as const) {
          try {
            await storage[area].set(all);
            read[area] = JSON.stringify(await storage[area].get(null));
          } catch {
            read[area] = 'refused';
          }
        }
        return read;
      };
      const target = { tabId: open?.id ?? -1 };
      const [ran] = await api.scripting.executeScript({ target, func, args: [forged] });
      return ran?.result ?? {};
    },
    { at: url, forged: items },
  );
}

describeBrowsers('another site than the one a passage was kept on', (test, name) => {
  test('is given nothing of it and changes nothing, whatever it says it is', async (browser) => {
    const wish = { pageKey: KEY, url: ARTICLE, note: SECRET, exact: '注册用户', prefix: '办”' };
    const [kept] = await keep(browser, [wish]);
    if (!kept) throw new Error('It was not kept.');
    const frame = `<base href="${ARTICLE}"><meta charset="utf-8"><p>${TEXT}</p>`;
    browser.server.serve(
      EVIL,
      page(
        `<link rel="canonical" href="${ARTICLE}"><meta property="og:url" content="${ARTICLE}">`,
        `<iframe srcdoc="${frame.replaceAll('"', '&quot;')}"></iframe>
         <iframe sandbox srcdoc="${frame.replaceAll('"', '&quot;')}"></iframe>`,
      ),
    );
    browser.server.serve(ARTICLE, page());
    const evil = await browser.open(EVIL);
    for (const each of [evil, ...(await evil.frames()).slice(0, 1)]) {
      expect(await waitForRegistry(each, hasMarks)).not.toHaveProperty(SAVED);
    }

    const { id } = kept;
    const forged = { ...kept, note: '改了' };
    const about = { colour: 'yellow', note: '', tags: [], entities: [], title: '' };
    const passage = { text: TEXT, span: { start: 0, end: 2 } };
    const here = { pageKey: 'evil-county.gov.cn/copied.html', url: EVIL };
    const got = await callsFrom(browser, evil, [
      { govgloss: 'placePassages', input: { pageKey: KEY, search: null } },
      { govgloss: 'placePassages', input: { ...here, formerKey: KEY, search: null } },
      { govgloss: 'placePassages', input: { pageKey: KEY, search: { text: TEXT, ids: [id] } } },
      { govgloss: 'keepPassage', input: { id, passage, about: { ...about, ...here } } },
      {
        govgloss: 'keepPassage',
        input: {
          id: crypto.randomUUID(),
          passage,
          about: { ...about, pageKey: KEY, url: ARTICLE, note: '塞进来的' },
        },
      },
      { govgloss: 'updateHighlight', input: { id, change: { note: '改了' } } },
      { govgloss: 'updateHighlight', input: { id, change: {}, passage } },
      { govgloss: 'restoreHighlight', input: { highlight: forged } },
      { govgloss: 'restoreHighlight', input: { highlight: { ...forged, ...here } } },
      { govgloss: 'deleteHighlight', input: { id } },
    ]);
    expect(got).not.toContain(SECRET);
    expect(await keptOn(browser, KEY)).toEqual([kept]);

    const article = await browser.open(ARTICLE);
    const registry = await waitForRegistry(article, (now) => (now[SAVED] ?? []).length > 0);
    expect(registry[SAVED]).toEqual(['注册用户']);
  });

  test('changes no setting, feed or entry, and reads none that is not for it', async (browser) => {
    await browser.inExtension((api) =>
      api.storage.sync.set({ 'settings.pausedHosts': ['www.gd.gov.cn'] }),
    );
    browser.server.serve(EVIL, page());
    const evil = await browser.open(EVIL);
    await waitForRegistry(evil, hasMarks);
    const list = { list: 'pausedHosts', entry: 'www.zj.gov.cn', holds: true };
    const got = await callsFrom(browser, evil, [
      { govgloss: 'getSettings', input: null },
      { govgloss: 'changeList', input: list },
      { govgloss: 'saveFeed', input: FEED },
      { govgloss: 'restoreSettings', input: { settings: { theme: 'dark' } } },
      { govgloss: 'saveOwnEntries', input: { file: {} } },
      { govgloss: 'checkFeed', input: null },
      { govgloss: 'rollBack', input: null },
    ]);
    expect(got).not.toContain('gd.gov.cn');
    expect(got).not.toContain('publicKey');
    expect(got.match(/bad-request/g)).toHaveLength(6);

    const stored = await storageIn(browser, evil, {
      'settings.feed': FEED,
      'update-due': { feed: FEED.url, at: 1e15 },
    });
    // Firefox keeps no storage from a page's scripts; so what lies there can do no harm.
    const { local, sync, session } = stored;
    expect(session).toBe('refused');
    if (name === 'chromium') expect([local, sync]).toEqual(['refused', 'refused']);
    const checked = await browser.inExtension((api) =>
      api.runtime.sendMessage({ govgloss: 'checkFeed', input: null }),
    );
    expect(checked.value).toMatchObject({ result: 'bad-address', feed: '' });
    expect(browser.server.requested.filter((each) => each.startsWith(FEED.url))).toEqual([]);
    await browser.inExtension((api) => api.storage.sync.clear());
  });
});
