import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryReader } from '@/entrypoints/atlas/library-reader';
import { WordSearch } from '@/entrypoints/atlas/word-search';
import type { Highlight } from '@/lib/model/highlight';
import { changeHighlight, removeHighlight, restoreHighlight } from '@/lib/store/change-highlights';
import { GovGlossDb } from '@/lib/store/db';
import { changeLibrary } from '@/lib/store/library';
import { kept } from '../../components/fixtures/library';

/** On a busy machine it takes its time. */
const soon = (check: () => void) => vi.waitFor(check, 30_000);
const NOW = new Date('2026-08-01T08:00:00Z');
const many = (count: number, name = 'h') =>
  Array.from({ length: count }, (_, nth) =>
    kept(`${name}${nth}`, `第${nth}条摘录`, {
      pageKey: `zj.gov.cn/${nth % 9}`,
      title: `新闻 ${nth % 9}`,
      tags: nth % 2 ? ['单'] : [],
      createdAt: new Date(1_700_000_000_000 + nth * 60_000).toISOString(),
    }),
  );

let db: GovGlossDb;
let stop = () => {};
const onFailure = vi.fn();
beforeEach(() => {
  db = new GovGlossDb(`reader-${crypto.randomUUID()}`);
});
afterEach(async () => {
  stop();
  await db.delete();
  expect(onFailure).not.toHaveBeenCalled();
});

const bring = (add: Highlight[]) =>
  changeLibrary(
    db,
    { add, replace: [] },
    { signal: new AbortController().signal, onProgress() {} },
  );

async function started(): Promise<LibraryReader> {
  const reader = new LibraryReader(db, () => {}, onFailure);
  stop = reader.start();
  await soon(() => expect(reader.outline).not.toBeNull());
  return reader;
}
const order = ({ outline }: LibraryReader) =>
  outline?.ordered(outline.fitting({}, null), 'newest') ?? [];
const tags = ({ outline }: LibraryReader) =>
  outline?.groupsAmong(outline.fitting({}, null), 'tag') ?? [];

describe('the library, opened', () => {
  beforeEach(() => bring(many(500)));

  it('reads the records of the first sight, and no other', async () => {
    const reader = await started();
    expect(reader.count).toBe(500);
    expect(reader.newest[0]).toBe('h499');
    expect(reader.held.get('h499')?.selectors.quote.exact).toBe('第499条摘录');
    expect(reader.held.size).toBe(60);
    await reader.hold(['h0', 'h1']);
    expect([...reader.held.keys()]).toContain('h0');
    expect(reader.held.size).toBe(62);
  });

  it('shows a note that was written elsewhere; no other record is read, nothing grouped anew', async () => {
    const reader = await started();
    const before = reader.outline?.version;
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await changeHighlight(db, 'h499', { note: '别处写的' }, NOW);
    await soon(() => expect(reader.held.get('h499')?.note).toBe('别处写的'));
    expect(read.mock.contexts.map((store) => (store as IDBObjectStore).name)).not.toContain(
      'highlights',
    );
    read.mockRestore();
    expect(reader.outline?.version).toBe(before);
    expect(reader.held.size).toBe(60);
  });

  it('shows what was just kept here, whatever else is being read', async () => {
    const reader = await started();
    const row = reader.held.get('h499');
    if (!row) throw new Error('not held');
    reader.show({ ...row, note: '刚写的', revision: 2 });
    expect(reader.held.get('h499')?.note).toBe('刚写的');
    // What is older comes later: it was read before.
    reader.show(row);
    expect(reader.held.get('h499')?.note).toBe('刚写的');
    reader.show({ ...row, id: 'h3' });
    expect(reader.held.has('h3')).toBe(false);
  });

  it('follows tags, deletion, and what is put back', async () => {
    const reader = await started();
    reader.divide(['tag'], false);
    await soon(() => expect(tags(reader)).toEqual([{ key: '单', count: 250 }]));
    await changeHighlight(db, 'h0', { tags: ['单', '新'] }, NOW);
    await soon(() =>
      expect(tags(reader)).toEqual([
        { key: '单', count: 251 },
        { key: '新', count: 1 },
      ]),
    );
    const removed = await removeHighlight(db, 'h499', NOW);
    await soon(() => expect(reader.count).toBe(499));
    expect(order(reader)[0]).toBe('h498');
    if (removed.ok) await restoreHighlight(db, removed.value);
    await soon(() => expect(reader.count).toBe(500));
    expect(order(reader)[0]).toBe('h499');
  });

  it('takes in what an import brings, however old and however much', async () => {
    const reader = await started();
    await bring([kept('old', '旧', { createdAt: '2020-01-01T00:00:00.000Z' })]);
    await soon(() => expect(order(reader).at(-1)).toBe('old'));
    await bring(many(700, 'more'));
    await soon(() => expect(reader.count).toBe(1201));
    expect(order(reader)).toHaveLength(1201);
  });

  it('notices what the browser had lost when it is put back from the other copy', async () => {
    const row: unknown = await db.highlights.get('h7');
    await db.highlights.delete('h7');
    const reader = await started();
    expect(order(reader)).toHaveLength(499);
    await db.highlights.put(row);
    await changeHighlight(db, 'h1', { note: '一' }, NOW);
    await soon(() => expect(order(reader)).toHaveLength(500));
  });

  it('knows the pages of the first sight with their counts, before anything is grouped', async () => {
    const reader = await started();
    await soon(() => expect(reader.newestPages).toHaveLength(9));
    expect(reader.outline?.isDivided('page')).toBe(false);
    reader.divide(['page'], false);
    await soon(() => expect(reader.outline?.isDivided('page')).toBe(true));
    const { outline, newestPages } = reader;
    expect(outline?.groupsAmong(outline.fitting({}, null), 'page')).toEqual(newestPages);
  });
});

describe('a search', () => {
  const parts = async (search: WordSearch, words: string[]) => {
    const all: string[][] = [];
    for await (const found of search.find(words)) all.push(found.sort());
    return all;
  };
  const found = async (search: WordSearch, ...words: string[]) =>
    (await parts(search, words)).flat().sort();
  const atRest = async () => {};
  const reads = () => vi.spyOn(db.highlights, 'where');

  it('finds in every record, part by part; the next letter reads nothing', async () => {
    await bring(many(1200));
    const search = new WordSearch(db);
    const first = await parts(search, ['第99']);
    expect(first.length).toBeGreaterThan(2);
    expect(first.flat()).toHaveLength(11);
    const read = reads();
    expect(await found(search, '第99', '9条')).toEqual(['h99', 'h999']);
    expect(await found(search, '新闻', 'zj.gov.cn', '单')).toHaveLength(600);
    expect(read).not.toHaveBeenCalled();
  });

  it('reads nothing where there was time to read ahead', async () => {
    await bring(many(1200));
    const search = new WordSearch(db);
    await search.readAhead(atRest, () => true);
    const read = reads();
    expect(await parts(search, ['第1199'])).toEqual([['h1199']]);
    expect(read).not.toHaveBeenCalled();
  });

  it('goes on from where reading ahead was broken off', async () => {
    await bring(many(1200));
    const search = new WordSearch(db);
    let times = 0;
    await search.readAhead(atRest, () => times++ < 1);
    const read = reads();
    const all = await Promise.all([found(search, '条'), found(search, '条')]);
    for (const each of all) expect(new Set(each).size).toBe(1200);
    expect(all.map(({ length }) => length)).toEqual([1200, 1200]);
    // Two that look at once read each part once.
    expect(read.mock.calls.length).toBeLessThan(4);
  });

  it('goes by what a highlight says now', async () => {
    await bring(many(3));
    const search = new WordSearch(db);
    expect(await found(search, '批注')).toEqual([]);
    const changed = await changeHighlight(db, 'h1', { note: '批注' }, NOW);
    if (!changed.ok) throw new Error('not changed');
    expect(search.takes('h1', changed.value, ['批注'])).toBe(true);
    expect(await found(search, '批注')).toEqual(['h1']);
    expect(search.takes('h1', null, ['批注'])).toBe(false);
    expect(await found(search, '批注')).toEqual([]);
  });

  it('holds to what was told of a change while the part with it was read', async () => {
    await bring(many(3));
    const search = new WordSearch(db);
    const looking = search.find(['第1条']);
    await looking.next();
    const part = looking.next();
    search.takes('h1', { ...kept('h1', '别的'), revision: 2 }, ['第1条']);
    expect(await part).toMatchObject({ value: [] });
    expect(await found(search, '别的')).toEqual(['h1']);
  });
});
