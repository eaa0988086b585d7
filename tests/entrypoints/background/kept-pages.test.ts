import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showOnItsPage } from '@/entrypoints/background/kept-pages';
import type { HighlightSelectors } from '@/lib/model/highlight';

let registered: Browser.scripting.RegisteredContentScript[];

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    ...{ manifest_version: 3, name: '', version: '1' },
    content_scripts: [{ matches: ['*://*.gov.cn/*'], js: ['a.js'], css: ['a.css'] }],
  });
  const { scripting } = fakeBrowser;
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation(async () => registered);
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
    if (registered.length > 0) throw new Error('Duplicate script ID');
    registered = scripts;
  });
  vi.spyOn(scripting, 'updateContentScripts').mockImplementation(async (scripts) => {
    registered = scripts;
  });
});
afterEach(() => vi.restoreAllMocks());

const kept = (url: string, exact: string, around = '') => {
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix: around, suffix: '' };
  return { url, selectors: { quote } satisfies HighlightSelectors };
};
const pages = () => registered.flatMap(({ matches }) => matches ?? []);

test('a page without Chinese text on which something is kept shows it from then on', async () => {
  const page = kept('https://english.www.gov.cn/news/1.html?from=x#top', 'State Council');
  await Promise.all([
    showOnItsPage(page),
    showOnItsPage(page),
    showOnItsPage(kept('http://en.example.org/a', 'words')),
  ]);
  expect(pages()).toEqual(['*://english.www.gov.cn/news/1.html*', '*://en.example.org/a*']);
  expect(registered[0]?.js).toEqual(['page-session.js']);
});

test.each([
  ['a page with Chinese text around it', kept('http://www.gov.cn/a', 'GDP', '今年')],
  ['what is no web page', kept('file:///a.html', 'words')],
])('%s is not listed: it is found without that', async (_, highlight) => {
  await showOnItsPage(highlight);
  expect(pages()).toEqual([]);
});
