import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { passageCalls } from '@/entrypoints/background/passages';
import type { PassageInText } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import type { Highlight, RangeSelector } from '@/lib/model/highlight';
import { err, ok } from '@/lib/model/result';
import { GovGlossDb } from '@/lib/store/db';

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

describe('whose passages a web page may ask for', () => {
  test.each([
    ['its own', ARTICLE, 'zj.gov.cn/a.html', true],
    ['one its canonical link names', ARTICLE, 'news.zj.gov.cn/x', true],
    ['another site’s', ARTICLE, 'gd.gov.cn/a.html', false],
    ['one whose host only ends alike', pageAt('http://xzj.gov.cn/'), 'zj.gov.cn/a', false],
    [
      'its own, in an empty frame',
      pageAt('about:blank', 'http://www.zj.gov.cn'),
      'zj.gov.cn/',
      true,
    ],
    ['its own, in a sandboxed frame', pageAt('http://zj.gov.cn/f', 'null'), 'zj.gov.cn/f', true],
    ['a file’s', ARTICLE, 'file:///home/reader/notes.html', false],
    [
      'any, for the extension’s own pages',
      pageAt(fakeBrowser.runtime.getURL('/options.html')),
      'gd.gov.cn/a.html',
      true,
    ],
  ])('%s', async (_, sender, pageKey, may) => {
    const about = aboutOn(pageKey);
    const id = crypto.randomUUID();
    const saved = await passageCalls.keepPassage({ id, passage: IN_TEXT, about }, sender);
    expect(saved.ok).toBe(may);
    for (const search of [null, { text: TEXT, ids: [id] }]) {
      expect((await passageCalls.placePassages({ pageKey, search }, sender)).ok).toBe(may);
    }
    const selectors = {
      quote: { type: 'TextQuoteSelector' as const, exact: '浙里办', prefix: '', suffix: '' },
    };
    const at = '2026-11-20T08:00:00.000Z';
    const highlight = {
      ...about,
      entities: [],
      selectors,
      id,
      createdAt: at,
      modifiedAt: at,
      revision: 1,
    };
    expect((await passageCalls.restoreHighlight({ highlight }, sender)).ok).toBe(may);
  });
});
