import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDetector } from '@/lib/detect/detect';
import { readGazetteer } from '@/lib/detect/gazetteer';
import type { Sender } from '@/lib/messages/server';
import type { HighlightDraft } from '@/lib/model/highlight';
import { GovGlossDb } from '@/lib/store/db';
import { packagedTexts } from '../../lib/dataset/feed-folder';

const PAGE: Sender = {
  ...{ tabId: 7, frameId: 0, url: 'http://www.zj.gov.cn/a.html', origin: 'http://www.zj.gov.cn' },
};
const OWN: Sender = { ...PAGE, tabId: null, url: fakeBrowser.runtime.getURL('/options.html') };

const ABOUT: Omit<HighlightDraft, 'selectors'> = {
  ...{ pageKey: 'zj.gov.cn/a.html', url: 'http://zj.gov.cn/a.html', title: '' },
  ...{ colour: 'yellow', note: '', tags: [], entities: [] },
};
const PASSAGE = { text: '浙里办', span: { start: 0, end: 3 } };

/** The national level and two provinces are dataset enough. */
function smallPackage(): Record<string, string> {
  const texts = packagedTexts();
  const files = ['CN.json', 'CN-ZJ.json', 'CN-GD.json', 'sources.json'];
  const index: object = JSON.parse(texts['index.json']!);
  return {
    'index.json': JSON.stringify({ ...index, files }),
    ...Object.fromEntries(files.map((name) => [name, texts[name]!])),
  };
}

/** The files of the package, or others by the same names. */
function packageOf(texts: Readonly<Record<string, string>>): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const name = new URL(String(input)).pathname.split('/').at(-1) ?? '';
    return new Response(texts[name]);
  });
}

function extensionIs(version: string): void {
  const manifest = { manifest_version: 3, name: '', version };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
}

/** The background as it is after it was started anew: it holds nothing. */
async function start() {
  vi.resetModules();
  const { backgroundCalls } = await import('@/entrypoints/background/calls');
  const { suggest } = await import('@/entrypoints/background/omnibox');
  const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
    if (result.ok) return result.value;
    throw new Error(JSON.stringify(result.error));
  };
  return {
    gazetteer: async (version: string | null = null) =>
      value(await backgroundCalls.getGazetteer({ version }, PAGE)),
    /** What a page marks in a text with the gazetteer it is given. */
    async marks(text: string): Promise<string[]> {
      const { gazetteer } = value(await backgroundCalls.getGazetteer({ version: null }, PAGE));
      const read = readGazetteer(gazetteer);
      if (!read.ok) throw new Error(read.error);
      return createDetector(read.value)
        .detect(text)
        .map(({ entity }) => entity);
    },
    nameInCard: async (id: string) => {
      const card = value(
        await backgroundCalls.getCard({ id, rivals: [], script: 'zh-Hans' }, PAGE),
      );
      return 'token' in card ? null : card.entity.names.zhHans;
    },
    suggest: async (words: string) => (await suggest(words)).map(({ content }) => content),
    save: (id: string) => backgroundCalls.keepPassage({ id, about: ABOUT, passage: PASSAGE }, PAGE),
    saveOwn: async (names: string[]) =>
      value(
        await backgroundCalls.saveOwnEntries(
          {
            file: {
              platforms: [],
              policies: [],
              concepts: [],
              forms: names.map((form) => ({ entity: 'CN-ZJ/zheliban', form })),
            },
          },
          OWN,
        ),
      ),
  };
}

/** Brings the store out of order, the background being away. */
async function tear(work: (db: GovGlossDb) => Promise<unknown>): Promise<void> {
  const db = new GovGlossDb();
  await db.open();
  await work(db);
  db.close();
}

const TEXT = '浙江省推出浙里办。';
const NAMED = ['CN-ZJ', 'CN-ZJ/zheliban'];

describe('a store out of order mends itself', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    packageOf(smallPackage());
    extensionIs('0.1.0');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const level of ['warn', 'info'] as const)
      vi.spyOn(console, level).mockImplementation(() => {});
    await new GovGlossDb().delete();
    const first = await start();
    expect(await first.marks(TEXT)).toEqual(NAMED);
    expect(await first.suggest('zlb')).toContain('浙里办');
  });
  afterEach(() => vi.restoreAllMocks());

  /** What an older build left in the place of a gazetteer or an index. */
  const older = async (db: GovGlossDb, name: 'gazetteer' | 'search-index') => {
    const row = await db.artefacts.get(name);
    await db.artefacts.put({ ...row!, name, data: '{"format":2}' });
  };

  test.each<[string, (db: GovGlossDb) => Promise<unknown>]>([
    ['a gazetteer that an older build made', (db) => older(db, 'gazetteer')],
    [
      'a gazetteer cut short',
      async (db) => {
        const row = await db.artefacts.get('gazetteer');
        await db.artefacts.put({ ...row!, data: String(row!.data).slice(0, 5000) });
      },
    ],
    [
      'a gazetteer that is something else',
      async (db) => {
        const row = await db.artefacts.get('gazetteer');
        await db.artefacts.put({ ...row!, data: { zheliban: 1 } });
      },
    ],
    ['a search index that an older build made', (db) => older(db, 'search-index')],
    [
      'a search index cut short',
      async (db) => {
        const row = await db.artefacts.get('search-index');
        await db.artefacts.put({ ...row!, data: String(row!.data).slice(0, 5000) });
      },
    ],
    ['nothing that was derived', (db) => db.artefacts.bulkDelete(['gazetteer', 'search-index'])],
    ['no entities', (db) => db.entities.clear()],
    ['one entity missing', (db) => db.entities.delete('CN-ZJ/zheliban')],
    [
      'an entity that is none',
      (db) =>
        db.entities.put({
          id: 'CN-ZJ/zheliban',
          kind: 'platform',
          division: 'CN-ZJ',
          entity: null as never,
        }),
    ],
    [
      'an entity with half its parts',
      (db) =>
        db.entities.put({
          id: 'CN-ZJ',
          kind: 'division',
          division: 'CN-ZJ',
          entity: { id: 'CN-ZJ', kind: 'division' } as never,
        }),
    ],
    [
      'no entities and nothing derived',
      async (db) => {
        await db.entities.clear();
        await db.artefacts.bulkDelete(['gazetteer', 'search-index']);
      },
    ],
    [
      'no entities, files that are none',
      async (db) => {
        await db.entities.clear();
        await db.artefacts.put({
          name: 'files',
          version: '2020.01.01',
          data: { 'index.json': '{' },
        });
        await db.artefacts.bulkDelete(['gazetteer', 'search-index']);
      },
    ],
    [
      'facts about itself that are none',
      (db) =>
        db.meta.bulkPut([
          { key: 'dataset-version', value: 7 },
          { key: 'edition', value: 'x' },
        ]),
    ],
    [
      'an entry of the reader that is none',
      async (db) => {
        await db.ownEntities.put({ id: 'CN/own-x', kind: 'concept' } as never);
        await db.artefacts.bulkDelete(['gazetteer', 'search-index']);
      },
    ],
    ['no facts about itself', (db) => db.meta.clear()],
  ])('%s', async (_, work) => {
    await tear(work);
    const background = await start();
    expect(await background.marks(TEXT)).toEqual(NAMED);
    expect(await background.nameInCard('CN-ZJ/zheliban')).toBe('浙里办');
    expect(await background.nameInCard('CN-ZJ')).toBe('浙江省');
    expect(await background.suggest('zlb')).toContain('浙里办');
    // And is in order for whoever comes next.
    vi.mocked(fetch).mockRejectedValue(new Error('no package'));
    expect(await (await start()).marks(TEXT)).toEqual(NAMED);
  });

  test('an update of the extension makes anew what is derived, and pages learn of it', async () => {
    const { version } = await (await start()).gazetteer();
    extensionIs('0.2.0');
    const updated = await (await start()).gazetteer(version);
    expect(updated.gazetteer).not.toBeNull();
    expect(updated.version).not.toBe(version);
    expect((await (await start()).gazetteer(updated.version)).gazetteer).toBeNull();
  });

  test('a disk that is full keeps no mark from anybody', async () => {
    extensionIs('0.2.0');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const background = await start();
    expect(await background.marks(TEXT)).toEqual(NAMED);
    expect(await background.suggest('zlb')).toContain('浙里办');
  });

  test('own entries are in what is derived, and are not in it once they are gone', async () => {
    const background = await start();
    const before = await background.gazetteer();
    await background.saveOwn(['浙里好办']);
    const after = await background.gazetteer(before.version);
    expect(after.gazetteer).not.toBeNull();
    expect(await background.marks('浙里好办')).toEqual(['CN-ZJ/zheliban']);
    expect(await (await start()).marks('浙里好办')).toEqual(['CN-ZJ/zheliban']);
    await background.saveOwn([]);
    expect(await background.marks('浙里好办')).not.toContain('CN-ZJ/zheliban');
    expect(await (await start()).marks('浙里好办')).not.toContain('CN-ZJ/zheliban');
  });

  test('a database that did not open is opened again', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const background = await start();
    const id = crypto.randomUUID();
    expect(await background.save(id)).toMatchObject({ ok: false });
    expect(await background.marks(TEXT)).toEqual(NAMED);
    open.mockRestore();
    expect(await background.save(id)).toMatchObject({ ok: true });
    expect(await background.marks(TEXT)).toEqual(NAMED);
  });

  test('a database that the browser closed and emptied is filled again', async () => {
    const background = await start();
    expect(await background.marks(TEXT)).toEqual(NAMED);
    await new GovGlossDb().delete();
    expect(await background.save(crypto.randomUUID())).toMatchObject({ ok: true });
    expect(await background.nameInCard('CN-ZJ')).toBe('浙江省');
    expect(await background.marks(TEXT)).toEqual(NAMED);
  });
});
