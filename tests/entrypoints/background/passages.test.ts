import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { passageCalls } from '@/entrypoints/background/passages';
import { pageKey as pageKeyOf } from '@/lib/address/page-key';
import type { PassageInText } from '@/lib/messages/passage-schema';
import type { Sender } from '@/lib/messages/server';
import type { Highlight, RangeSelector } from '@/lib/model/highlight';
import { err, ok } from '@/lib/model/result';
import { GovGlossDb } from '@/lib/store/db';
import { highlightById } from '@/lib/store/highlights';

const db = new GovGlossDb('passages-test');
const store: { db: GovGlossDb | null } = { db };
vi.mock('@/lib/library/database', () => ({ database: async () => store.db }));

const library = { isThere: true };
vi.mock('@/lib/library/prepare', async () => {
  const { memoryLibrary } = await import('@/lib/library/library');
  const { loadTexts } = await import('@/lib/dataset/load');
  const { packagedTexts } = await import('@/tests/lib/dataset/feed-folder');
  const loaded = await loadTexts(packagedTexts());
  if (!loaded.ok) throw new Error('The packaged dataset does not parse.');
  const whole = memoryLibrary(null, loaded.value);
  return {
    preparedLibrary: async () => (library.isThere ? ok(whole) : err('no-dataset')),
  };
});

const pageAt = (url: string, origin = URL.parse(url)?.origin ?? 'null'): Sender => ({
  ...{ tabId: 7, frameId: 0, url, origin },
});
const ARTICLE = pageAt('http://www.zj.gov.cn/a.html');
const TEXT = '浙江的浙里办很好。\n粤省事。';
const IN_TEXT = { text: TEXT, span: { start: 3, end: 6 } };

const aboutOn = (pageKey: string) => ({
  ...{ pageKey, url: `http://${pageKey}`, title: '', colour: 'yellow' as const, note: '' },
  tags: [],
});

/** Each page here has a key of its own: what is kept of one is of no concern to another. */
let nth = 0;
const newKey = () => `zj.gov.cn/${++nth}`;

async function keep(
  pageKey = newKey(),
  passage: PassageInText = IN_TEXT,
  id = crypto.randomUUID() as string,
) {
  return passageCalls.keepPassage({ id, passage, about: aboutOn(pageKey) }, ARTICLE);
}

async function kept(pageKey = newKey(), passage = IN_TEXT): Promise<Highlight> {
  const done = await keep(pageKey, passage);
  if (!done.ok) throw new Error(done.error.detail);
  return done.value;
}

const place = (pageKey: string, search: { text: string; ids: string[] } | null) =>
  passageCalls.placePassages({ pageKey, search }, ARTICLE);

beforeEach(() => {
  fakeBrowser.reset();
  library.isThere = true;
  const manifest = { manifest_version: 3, name: '', version: '1' };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
  store.db = db;
});
afterEach(() => vi.restoreAllMocks());

describe('keeping a passage of a text', () => {
  test('describes it by its words, its surroundings and its place', async () => {
    const path = { type: 'XPathSelector' as const, value: '/html[1]/body[1]/p[1]' };
    const range: RangeSelector = {
      ...{ type: 'RangeSelector', startSelector: path, endSelector: path },
      ...{ startOffset: 3, endOffset: 6 },
    };
    const done = await keep(newKey(), { ...IN_TEXT, range });
    expect(done).toMatchObject({
      value: {
        selectors: {
          quote: { exact: '浙里办', prefix: '浙江的' },
          position: { start: 3, end: 6 },
          range,
        },
      },
    });
  });

  test('says what it names, as the paragraph around it shows, and nothing beside it', async () => {
    const text = '福建。\n浙江的浙里办很好。\n粤省事。';
    const at = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const named = async (words: string) =>
      (await kept(newKey(), { text, span: at(words) })).entities;
    expect(await named('浙里办')).toEqual(['CN-ZJ/zheliban']);
    expect(await named('浙江的浙里')).toEqual(['CN-ZJ', 'CN-ZJ/zheliban']);
    expect(await named('很好')).toEqual([]);
  });

  test('is kept also when what it names cannot be had', async () => {
    library.isThere = false;
    expect((await kept()).entities).toEqual([]);
  });

  test('the same sent twice is kept once', async () => {
    const [pageKey, id] = [newKey(), crypto.randomUUID()];
    const first = await keep(pageKey, IN_TEXT, id);
    expect(await keep(pageKey, IN_TEXT, id)).toEqual(first);
    expect(await place(pageKey, null)).toMatchObject({ value: [{ highlight: { id } }] });
  });

  test.each([
    ['an empty span', { start: 3, end: 3 }],
    ['a span past the text', { start: 3, end: TEXT.length + 1 }],
  ])('%s is refused', async (_, span) => {
    expect(await keep(newKey(), { text: TEXT, span })).toMatchObject({
      error: { code: 'bad-request' },
    });
  });

  test('what the store could not read again is refused', async () => {
    const text = '办'.repeat(200_001);
    const pageKey = newKey();
    const done = await keep(pageKey, { text, span: { start: 0, end: text.length } });
    expect(done).toMatchObject({ error: { code: 'bad-request' } });
    expect(await place(pageKey, null)).toEqual({ ok: true, value: [] });
  });

  test('a tab that hangs does not keep the reader waiting', async () => {
    const told: number[] = [];
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () =>
      [7, 8, 9].map((id) => ({
        ...{ id, index: 0, highlighted: false, active: false, pinned: false, incognito: false },
      })),
    );
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((tabId) => {
      told.push(tabId);
      return new Promise(() => {});
    });
    expect((await keep()).ok).toBe(true);
    expect(told).toEqual([8, 9]);
  });
});

describe('placing the passages of a page', () => {
  test('without a text, says what is kept there and nothing of other pages', async () => {
    const highlight = await kept();
    await kept();
    expect(await place(highlight.pageKey, null)).toEqual({
      ok: true,
      value: [{ highlight, anchoring: null }],
    });
  });

  test('says of each that is asked for where it stands, or that it does not', async () => {
    const pageKey = newKey();
    const [here, gone, unasked] = [
      await kept(pageKey),
      await kept(pageKey, { text: '别的页面说的话，很长。', span: { start: 0, end: 7 } }),
      await kept(pageKey),
    ];
    const ids = [here.id, gone.id, crypto.randomUUID()];
    const placed = await place(pageKey, { text: `新。${TEXT}`, ids });
    expect(placed).toMatchObject({
      value: [
        { highlight: here, anchoring: { state: 'found', span: { start: 5, end: 8 } } },
        { highlight: gone, anchoring: { state: 'missing' } },
      ],
    });
    expect(JSON.stringify(placed)).not.toContain(unasked.id);
  });

  test('of another page none is told, whatever ids are asked for', async () => {
    const elsewhere = await kept();
    const search = { text: TEXT, ids: [elsewhere.id] };
    expect(await place(newKey(), search)).toEqual({ ok: true, value: [] });
  });
});

test('a changed passage stands where the text says, and keeps what else was changed', async () => {
  const { id, note } = await kept();
  const passage = { text: TEXT, span: { start: 10, end: 13 } };
  const moved = await passageCalls.updateHighlight({ id, change: {}, passage }, ARTICLE);
  expect(moved).toMatchObject({ value: { note, selectors: { quote: { exact: '粤省事' } } } });
  const changed = await passageCalls.updateHighlight({ id, change: { note: '记' } }, ARTICLE);
  expect(changed).toMatchObject({
    value: { note: '记', selectors: { quote: { exact: '粤省事' } } },
  });
  const nowhere = { text: TEXT, span: { start: 3, end: 3 } };
  expect(
    await passageCalls.updateHighlight({ id, change: {}, passage: nowhere }, ARTICLE),
  ).toMatchObject({ error: { code: 'bad-request' } });
});

test('a deleted passage can be put back as it was', async () => {
  const highlight = await kept();
  await passageCalls.deleteHighlight({ id: highlight.id }, ARTICLE);
  expect(await place(highlight.pageKey, null)).toEqual({ ok: true, value: [] });
  await passageCalls.restoreHighlight({ highlight }, ARTICLE);
  expect(await place(highlight.pageKey, null)).toMatchObject({
    value: [{ highlight: { ...highlight, revision: 3 } }],
  });
});

test('without a database every answer says so', async () => {
  store.db = null;
  expect(await keep()).toMatchObject({ error: { code: 'store-unavailable' } });
  expect(await place(newKey(), null)).toMatchObject({ error: { code: 'store-unavailable' } });
});

const own = (): Sender => ({
  ...pageAt(fakeBrowser.runtime.getURL('/options.html')),
  tabId: null,
});
/** Keeps a passage of the page at an address, whoever may; answers the record. */
async function keptAt(url: string, pageKey = pageKeyOf(url)): Promise<Highlight> {
  const about = { ...aboutOn(pageKey), url, note: '秘密' };
  const input = { id: crypto.randomUUID() as string, passage: IN_TEXT, about };
  const done = await passageCalls.keepPassage(input, own());
  if (!done.ok) throw new Error(done.error.detail);
  return done.value;
}

/** What a sender gets by trying everything on a highlight whose id and page it knows. */
async function tried(sender: Sender, highlight: Highlight) {
  const { id, pageKey } = highlight;
  const about = { ...aboutOn(pageKey), url: highlight.url };
  const forged = { ...highlight, note: '改了' };
  const search = { text: TEXT, ids: [id] };
  const moved = { text: TEXT, span: { start: 10, end: 13 } };
  return JSON.stringify(
    await Promise.all([
      passageCalls.placePassages({ pageKey, search: null }, sender),
      passageCalls.placePassages({ pageKey, search }, sender),
      passageCalls.placePassages(
        { pageKey: pageKeyOf(sender.url), formerKey: pageKey, search: null },
        sender,
      ),
      passageCalls.keepPassage({ id, passage: IN_TEXT, about }, sender),
      passageCalls.keepPassage(
        { id, passage: IN_TEXT, about: { ...aboutOn(pageKeyOf(sender.url)), url: sender.url } },
        sender,
      ),
      passageCalls.restoreHighlight({ highlight: forged }, sender),
      passageCalls.restoreHighlight(
        { highlight: { ...forged, pageKey: pageKeyOf(sender.url), url: sender.url } },
        sender,
      ),
      passageCalls.updateHighlight({ id, change: { note: '改了' } }, sender),
      passageCalls.updateHighlight({ id, change: {}, passage: moved }, sender),
      passageCalls.updateHighlight({ id, change: { detached: true }, base: 1 }, sender),
      passageCalls.deleteHighlight({ id }, sender),
    ]),
  );
}

describe('a highlight answers to no other site than the one it was kept on', () => {
  test.each([
    ['a county, of the nation’s', 'http://evil-county.gov.cn/a', 'http://www.gov.cn/a'],
    ['a host below, of the one above', 'http://evil2.zj.gov.cn/a', 'http://zj.gov.cn/a'],
    ['a host above, of one below', 'http://zj.gov.cn/a', 'http://news.zj.gov.cn/a'],
    ['a host beside', 'http://evil2.zj.gov.cn/a', 'http://www.zj.gov.cn/a'],
    ['the mobile name of a public suffix', 'http://m.gov.cn/a', 'http://www.gov.cn/a'],
    ['companies’ suffix', 'http://m.com.cn/a', 'http://www.com.cn/a'],
    ['one reader of a host, of another', 'https://m.github.io/a', 'https://www.github.io/a'],
    ['another province', 'http://www.zj.gov.cn/a', 'http://www.gd.gov.cn/a'],
    ['one that ends alike', 'http://xzj.gov.cn/a', 'http://zj.gov.cn/a'],
    ['another port', 'http://www.zj.gov.cn:8080/a', 'http://www.zj.gov.cn/a'],
    ['a page, of a file', 'http://www.zj.gov.cn/a', 'file:///home/reader/notes.html'],
  ])('%s', async (_, sender, url) => {
    // What is kept of the sender's own page is its own.
    const highlight = await keptAt(`${url}${++nth}`);
    const got = await tried(pageAt(`${sender}${nth}x`), highlight);
    expect(got).not.toContain('秘密');
    expect(got).not.toContain('"ok":true,"value":{');
    expect(await highlightById(db, highlight.id)).toEqual(highlight);
  });

  test.each([
    ['of an empty frame', pageAt('about:blank', 'http://evil-county.gov.cn')],
    ['of a frame made of text', pageAt('about:srcdoc', 'http://evil-county.gov.cn')],
    ['of a sandboxed frame', pageAt('about:srcdoc', 'null')],
    ['of a frame made of data', pageAt('data:text/html,x', 'null')],
    [
      'of a frame of its own in the site',
      pageAt('http://evil-county.gov.cn/f', 'http://www.gov.cn'),
    ],
    ['of nowhere', pageAt('', '')],
  ])('whatever the word %s', async (_, sender) => {
    const got = await tried(sender, await keptAt('http://www.gov.cn/a'));
    expect(got).not.toContain('秘密');
    expect(got).not.toContain('"ok":true,"value":{');
  });

  test('and one deleted there is not given back to another', async () => {
    const highlight = await keptAt('http://www.gov.cn/b');
    await passageCalls.deleteHighlight({ id: highlight.id }, pageAt('http://www.gov.cn/b'));
    const got = await passageCalls.restoreHighlight(
      { highlight },
      pageAt('http://evil-county.gov.cn/'),
    );
    expect(got).toMatchObject({ error: { code: 'bad-request' } });
  });
});

describe('a highlight answers to its site', () => {
  test.each([
    ['its page', pageAt('http://www.zj.gov.cn/site')],
    ['the same over https', pageAt('https://www.zj.gov.cn/site')],
    ['the mobile page', pageAt('http://m.zj.gov.cn/site')],
    ['an empty frame in it', pageAt('about:blank', 'http://www.zj.gov.cn')],
    ['a sandboxed frame with an address', pageAt('http://www.zj.gov.cn/site', 'null')],
    ['our own pages', own],
  ])('from %s', async (_, from) => {
    const sender = typeof from === 'function' ? from() : from;
    const { id, pageKey } = await keptAt('http://www.zj.gov.cn/site');
    const listed = await passageCalls.placePassages({ pageKey, search: null }, sender);
    expect(JSON.stringify(listed)).toContain(id);
    const changed = await passageCalls.updateHighlight({ id, change: { note: '新' } }, sender);
    expect(changed).toMatchObject({ value: { note: '新' } });
    const removed = await passageCalls.deleteHighlight({ id }, sender);
    if (!removed.ok) throw new Error(removed.error.detail);
    const restored = await passageCalls.restoreHighlight({ highlight: removed.value }, sender);
    expect(restored).toMatchObject({ value: { id, note: '新' } });
  });
});

describe('what 0.1.0 kept under the canonical address of a host above', () => {
  const PAGE = 'http://news.zj.gov.cn/old.html';
  const FORMER = 'zj.gov.cn/canonical.html';
  const KEY = 'news.zj.gov.cn/old.html';
  const list = (sender: Sender, formerKey = FORMER) =>
    passageCalls.placePassages({ pageKey: pageKeyOf(sender.url), formerKey, search: null }, sender);

  test('is found by its page, and filed there from then on', async () => {
    const { id } = await keptAt(PAGE, FORMER);
    expect(await list(pageAt(PAGE))).toMatchObject({
      value: [{ highlight: { id, pageKey: KEY } }],
    });
    expect(await idsOf(KEY, pageAt(PAGE))).toEqual([id]);
    expect(await idsOf(FORMER, own())).toEqual([]);
  });

  test('is not found by another page that names the same address', async () => {
    await keptAt(PAGE, FORMER);
    expect(await list(pageAt('http://evil2.zj.gov.cn/'))).toEqual({ ok: true, value: [] });
    expect(await list(pageAt('http://zj.gov.cn/canonical.html'))).toEqual({ ok: true, value: [] });
  });

  test('is told though it cannot be filed anew', async () => {
    const { id } = await keptAt(PAGE, FORMER);
    vi.spyOn(db.highlights, 'put').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    expect(JSON.stringify(await list(pageAt(PAGE)))).toContain(id);
  });

  async function idsOf(pageKey: string, sender: Sender): Promise<string[]> {
    const listed = await passageCalls.placePassages({ pageKey, search: null }, sender);
    return listed.ok ? listed.value.map(({ highlight }) => highlight.id) : [];
  }
});
