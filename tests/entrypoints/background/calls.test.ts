import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backgroundCalls } from '@/entrypoints/background/calls';
import type { DataCalls } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import type { HighlightDraft } from '@/lib/model/highlight';
import { GovGlossDb } from '@/lib/store/db';

const db = new GovGlossDb('calls-test');

vi.mock('@/lib/library/knowledge', () => ({
  database: async () => db,
  knowledge: async () => ({ ok: false, error: 'no-dataset' }),
  forgetKnowledge: () => {},
  install: async () => {},
}));

const pageAt = (url: string, origin = URL.parse(url)?.origin ?? 'null'): Sender => ({
  ...{ tabId: 7, frameId: 0, url, origin },
});
const ARTICLE = pageAt('http://www.zj.gov.cn/a.html');

const draftOn = (pageKey: string): HighlightDraft => ({
  ...{ pageKey, url: `http://${pageKey}`, title: '', colour: 'yellow', note: '', tags: [] },
  selectors: { quote: { type: 'TextQuoteSelector', exact: '浙里办', prefix: '', suffix: '' } },
  entities: [],
});

/** An id of its own for each highlight kept in these tests. */
const newId = () => crypto.randomUUID();

describe('what a web page may ask', () => {
  const own = () => pageAt(fakeBrowser.runtime.getURL('/options.html'));
  beforeEach(() => fakeBrowser.reset());

  test.each(['checkFeed', 'cancelCheck', 'rollBack'] as const satisfies (keyof DataCalls)[])(
    '%s is for the extension’s own pages',
    async (name) => {
      expect(await backgroundCalls[name](null, ARTICLE)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
      expect(await backgroundCalls[name](null, own())).toMatchObject({ ok: true });
    },
  );

  test('own entries are for the extension’s own pages', async () => {
    const file = { platforms: [], policies: [], concepts: [], forms: [] };
    const refused = await backgroundCalls.saveOwnEntries({ file }, ARTICLE);
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    const heard = await backgroundCalls.saveOwnEntries({ file }, own());
    expect(heard).toMatchObject({ error: { code: 'store-unavailable' } });
  });

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
  ])('highlights: %s', async (_, sender, pageKey, may) => {
    const listed = await backgroundCalls.listHighlights({ pageKey }, sender);
    expect(listed.ok).toBe(may);
    const saved = await backgroundCalls.saveHighlight(
      { id: newId(), draft: draftOn(pageKey) },
      sender,
    );
    expect(saved.ok).toBe(may);
    const at = '2026-11-20T08:00:00.000Z';
    const dates = { createdAt: at, modifiedAt: at, revision: 1 };
    const highlight = { ...draftOn(pageKey), id: newId(), ...dates };
    expect((await backgroundCalls.restoreHighlight({ highlight }, sender)).ok).toBe(may);
  });

  test('the extension’s own pages see the highlights of every site', async () => {
    const listed = await backgroundCalls.listHighlights({ pageKey: 'gd.gov.cn/a.html' }, own());
    expect(listed).toEqual({ ok: true, value: [] });
  });
});

describe('telling other pages', () => {
  beforeEach(() => fakeBrowser.reset());
  afterEach(() => vi.restoreAllMocks());

  test('a tab that hangs does not keep the reader waiting for what was saved', async () => {
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
    const draft = draftOn('zj.gov.cn/a.html');
    const saved = await backgroundCalls.saveHighlight({ id: newId(), draft }, ARTICLE);
    expect(saved.ok).toBe(true);
    expect(told).toEqual([8, 9]);
  });
});
