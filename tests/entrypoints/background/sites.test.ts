import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { placeMenus } from '@/entrypoints/background/menus';
import {
  mayRead,
  reconcileSites,
  startInOpenTabs,
  startInTab,
  startWherePermitted,
} from '@/entrypoints/background/sites';
import { grantedOrigins } from '@/lib/messages/granted-sites';

type Script = Browser.scripting.RegisteredContentScript;

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

function grant(...origins: string[]): void {
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockImplementation(async () => ({
    permissions: [],
    origins: ['*://*.gov.cn/*', ...origins],
  }));
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    ...{ manifest_version: 3, name: '', version: '1' },
    content_scripts: [{ matches: ['*://*.gov.cn/*'], js: ['a.js'], css: ['a.css'] }],
  });
});
afterEach(() => vi.restoreAllMocks());

describe('granted sites', () => {
  test.each([
    ['*://www.news.cn/*', true],
    ['*://xgov.cn/*', true],
    ['https://data-gov.cn/*', true],
    ['https://*.gov.cn/*', false],
    ['http://www.gov.cn/*', false],
    ['*://gov.cn/*', false],
  ])('%s is one beside those of the package: %s', async (origin, is) => {
    grant(origin);
    expect(await grantedOrigins()).toEqual(is ? [origin] : []);
  });

  test('a start and a new permission at once register the script once', async () => {
    const registered: Script[] = [];
    const { scripting } = fakeBrowser;
    vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation(async () => {
      await pause();
      return [...registered];
    });
    vi.spyOn(scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
      if (registered.length > 0) throw new Error('Duplicate script ID');
      registered.push(...scripts);
    });
    vi.spyOn(scripting, 'updateContentScripts').mockImplementation(async (scripts) => {
      registered.splice(0, scripts.length, ...scripts);
    });
    grant('*://www.news.cn/*');
    await Promise.all([reconcileSites(), reconcileSites()]);
    expect(registered.map(({ runAt, matches }) => [runAt, matches])).toEqual([
      ['document_idle', ['*://www.news.cn/*']],
      ['document_start', ['*://www.news.cn/*']],
    ]);
  });

  test('a tab that hangs keeps no other tab waiting', async () => {
    const tab = { index: 0, highlighted: false, active: false, pinned: false, incognito: false };
    const started: number[] = [];
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () =>
      [1, 2].map((id) => ({ ...tab, id })),
    );
    vi.spyOn(fakeBrowser.scripting, 'insertCSS').mockImplementation(({ target: { tabId } }) =>
      tabId === 1 ? new Promise(() => {}) : Promise.resolve(),
    );
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(
      async ({ target: { tabId } }) => {
        started.push(tabId);
        return [];
      },
    );
    void startInOpenTabs(['*://*.gov.cn/*']);
    await vi.waitFor(() => expect(started).toEqual([2]));
  });
});

test('after an update the open pages of granted sites are taken up too', async () => {
  grant('*://www.news.cn/*');
  const query = vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => []);
  await startWherePermitted();
  expect(query).toHaveBeenCalledWith({ url: ['*://*.gov.cn/*', '*://www.news.cn/*'] });
});

test.each([
  ['of a site we read', true, [7]],
  ['of another, though the button gave leave to read it', false, []],
])(
  'where nobody answers the popup has the annotator started in a tab %s',
  async (_, isRead, tabs) => {
    const started: number[] = [];
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => isRead);
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async (id) => ({
      ...{ id, index: 0, highlighted: true, active: true, pinned: false, incognito: false },
      url: 'http://www.zj.gov.cn/',
    }));
    vi.spyOn(fakeBrowser.scripting, 'insertCSS').mockImplementation(async () => {});
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async ({ target }) => {
      started.push(target.tabId);
      return [];
    });
    await startInTab(7, false);
    expect(started).toEqual(tabs);
  },
);

test('menus placed twice in a row are there once', async () => {
  const ids = new Set<string>();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({}));
  vi.spyOn(fakeBrowser.contextMenus, 'removeAll').mockImplementation(async () => {
    ids.clear();
    await pause();
  });
  vi.spyOn(fakeBrowser.contextMenus, 'create').mockImplementation(({ id = '' }) => {
    if (ids.has(id)) throw new Error(`Cannot create item with duplicate id ${id}`);
    ids.add(id);
    return id;
  });
  await Promise.all([placeMenus(), placeMenus()]);
  expect([...ids]).toEqual(['look-up', 'keep-highlight']);
});

describe('whether a page may still be read', () => {
  test.each([
    ['of a site we read', 'http://www.zj.gov.cn:8080/a?b#c', 'http://www.zj.gov.cn:8080', true],
    ['of another', 'https://news.example.org/', 'https://news.example.org', false],
    ['of another, in a tab we read', 'https://ad.example.org/', 'https://ad.example.org', false],
    ['an empty frame', 'about:blank', 'http://www.zj.gov.cn', true],
    ['a sandboxed frame without an address', 'about:srcdoc', 'null', true],
  ])('%s', async (_, url, origin, may) => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(
      async ({ origins }) => origins?.every((each) => each.endsWith('//www.zj.gov.cn/*')) ?? false,
    );
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async (id) => ({
      ...{ id, index: 0, highlighted: true, active: true, pinned: false, incognito: false },
      url: 'http://www.zj.gov.cn/',
    }));
    expect(await mayRead({ tabId: 7, frameId: 0, url, origin })).toBe(may);
  });
});
