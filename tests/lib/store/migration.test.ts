import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Highlight } from '@/lib/model/highlight';
import { idsByOne, readHead, readNewest } from '@/lib/store/by-index';
import { causeOf } from '@/lib/store/cause';
import { changeHighlight, removeHighlight } from '@/lib/store/change-highlights';
import { GovGlossDb, openDb, UNREADABLE as UNREADABLE_KEY } from '@/lib/store/db';
import { allHighlights, readAll } from '@/lib/store/highlights';
import { backupState, changeLibrary } from '@/lib/store/library';
import { settle } from '@/lib/store/settle';
import { kept } from '../../components/fixtures/library';
import { Disk } from './faults/disk';

const open = (name: string) => openDb(new GovGlossDb(name));

/** The database as 0.1.0 declares it. */
function oldDb(name: string): Dexie {
  const db = new Dexie(name);
  db.version(1).stores({
    entities: 'id, kind, division',
    rankings: 'id',
    sources: 'id',
    artefacts: 'name',
    ownEntities: 'id',
    highlights: 'id, pageKey, *entities, *tags, createdAt',
    meta: 'key',
  });
  return db;
}

/** The database as the version before this one declares it. */
function previousDb(name: string): Dexie {
  const db = oldDb(name);
  db.version(2).stores({
    highlights: 'id, pageKey, *entities, *tags, createdAt, sequence',
    tombstones: 'id, [kind+sequence]',
    ownRevisions: 'id',
  });
  return db;
}

const KEPT = 10_000;
const BACKED_UP_AT = '2026-06-01T00:00:00.000Z';
const LATER = '2026-07-01T08:00:00.000Z';
const NOW = new Date('2026-08-01T08:00:00Z');

/** As 0.1.0 wrote them: without a revision. */
function record(nth: number): Omit<Highlight, 'revision'> {
  const { revision: _, ...highlight } = kept(`h${String(nth).padStart(5, '0')}`, `第${nth}条`, {
    pageKey: `zj.gov.cn/art/${nth % 500}`,
    tags: [`tag${nth % 7}`],
    entities: ['CN-ZJ'],
    note: nth % 3 === 0 ? '记' : '',
  });
  // Seven were changed after the last backup.
  return nth < 7 ? { ...highlight, modifiedAt: LATER } : highlight;
}
const RECORDS = Array.from({ length: KEPT }, (_, nth) => record(nth));
const UNREADABLE = [{ id: 'zz-later', pageKey: 'x', quote: { later: true } }, { id: 'zz-torn' }];

let name: string;
let opened: Dexie[];
const keep = <Db extends Dexie>(db: Db): Db => {
  opened.push(db);
  return db;
};

beforeEach(async () => {
  opened = [];
  name = `migration-${crypto.randomUUID()}`;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const db of opened) db.close();
  await Dexie.delete(name);
});

async function writeOld(records: object[]): Promise<void> {
  const db = oldDb(name);
  await db.open();
  await db.table('highlights').bulkAdd(records);
  await db.table('highlights').bulkAdd(UNREADABLE);
  await db.table('meta').put({ key: 'last-backup', value: BACKED_UP_AT });
  db.close();
}

/** The highlights as version 0.1.0 reads them. */
async function readByOld(): Promise<unknown[]> {
  const db = keep(oldDb(name));
  await db.open();
  return db.table('highlights').toArray();
}

test('a library of ten thousand that 0.1.0 wrote is whole here, and in 0.1.0 again', async () => {
  await writeOld(RECORDS);
  const db = keep(await open(name));
  const all = await allHighlights(db);
  if (!all.ok) throw new Error(all.error);
  const byId = (a: Highlight, b: Highlight) => (a.id < b.id ? -1 : 1);
  expect(all.value.highlights.sort(byId)).toEqual(
    RECORDS.map((each) => ({ ...each, revision: 1 })),
  );
  expect(all.value.unreadable).toEqual(UNREADABLE);
  expect(await db.highlights.toArray()).toMatchObject([...RECORDS, ...UNREADABLE]);
  expect(await db.highlights.bulkGet(['zz-later', 'zz-torn'])).toEqual(UNREADABLE);
  // By its new indices it is known whole, without a record being read.
  const byColour = await idsByOne(db, 'colour');
  expect([...byColour].map(([key, ids]) => [key, ids.length])).toEqual([['yellow', KEPT]]);
  await changeHighlight(db, 'h00009', { note: '新版写的' }, NOW);
  db.close();

  const back = await readByOld();
  const changed = { ...record(9), note: '新版写的', modifiedAt: NOW.toISOString() };
  expect(back).toHaveLength(KEPT + UNREADABLE.length);
  expect(back).toMatchObject([...RECORDS, ...UNREADABLE].with(9, changed));
});

describe('a library of 0.1.0', () => {
  const few = RECORDS.slice(0, 20);
  beforeEach(() => writeOld(few));

  test('counts as backed up but for what changed since, and what 0.1.0 changes again', async () => {
    const db = keep(await open(name));
    expect(await backupState(db)).toMatchObject({
      value: { lastBackup: BACKED_UP_AT, newSince: 7 },
    });
    db.close();

    const old = keep(oldDb(name));
    await old.open();
    await old.table('highlights').add({ ...record(0), id: 'added-by-old' });
    old.close();
    const again = keep(await open(name));
    expect(await backupState(again)).toMatchObject({ value: { newSince: 8 } });
  });

  test('counts what is changed first here', async () => {
    const db = keep(await open(name));
    await changeHighlight(db, 'h00012', { note: '记' }, NOW);
    expect(await backupState(db)).toMatchObject({ value: { newSince: 8 } });
  });

  test('is as it was when the upgrade dies halfway, and is upgraded the next time', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the worker was ended', 'AbortError');
    });
    await expect(open(name)).rejects.toThrow();
    put.mockRestore();
    expect(await readByOld()).toEqual([...few, ...UNREADABLE]);
    opened[0]?.close();
    const all = await allHighlights(keep(await open(name)));
    expect(all.ok && all.value.highlights).toHaveLength(few.length);
  });

  test('still open in a view of 0.1.0 is upgraded all the same, and that view goes on', async () => {
    const old = keep(oldDb(name));
    await old.open();
    const db = keep(await open(name));
    expect(await db.highlights.count()).toBe(22);
    expect(await old.table('highlights').count()).toBe(22);
  });

  test('held by a connection that hears nothing fails to open, until it goes', async () => {
    const frozen = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const db = keep(new GovGlossDb(name));
    for (const _ of ['the first time', 'asked again']) {
      const failure: unknown = await openDb(db).catch((error: unknown) => error);
      expect(await causeOf(failure)).toBe('store-blocked');
    }
    frozen.close();
    await vi.waitFor(() => openDb(db));
    expect(await db.highlights.count()).toBe(22);
  });

  test('of which the browser says nothing fails to open, until it speaks', async () => {
    const request = Object.assign(new EventTarget(), { onsuccess: null, onerror: null });
    const asked = vi.spyOn(indexedDB, 'open').mockReturnValue(request as IDBOpenDBRequest);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const db = keep(new GovGlossDb(name));
    const failure = openDb(db).catch((error: unknown) => error);
    await vi.waitUntil(() => asked.mock.calls.length > 0);
    vi.runAllTimers();
    expect(await causeOf(await failure)).toBe('store-blocked');
    expect(await causeOf(await openDb(db).catch((error: unknown) => error))).toBe('store-blocked');
  });
});

describe('a library of the version before, with its journal and what is remembered of it', () => {
  let disk: Disk;
  const digest = () => disk.testimony?.digest;
  /** Row by row what the version before keeps: all it knows is here too, but for what `UNREADABLE` says. */
  async function write(records: typeof RECORDS): Promise<void> {
    disk = new Disk();
    const { db } = await disk.start();
    await settle(db);
    const add = records.map((each) => ({ ...each, revision: 1 }));
    const options = { signal: new AbortController().signal, onProgress() {} };
    await changeLibrary(db, { add, replace: [], unreadable: STRANGE }, options);
    await changeHighlight(db, 'h00001', { note: '改过', tags: ['新'] }, NOW);
    await removeHighlight(db, 'h00002', NOW);
    // Its next start works in what was changed and deleted.
    await settle(db, true);
    const tables = await Promise.all(
      db.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() })),
    );
    db.close();
    await disk.wipe();
    const before = previousDb(disk.name);
    await before.open();
    for (const { name, rows } of tables) await before.table(name).bulkAdd(rows);
    await before.table('meta').delete(UNREADABLE_KEY);
    before.close();
  }
  const STRANGE = UNREADABLE.map((row) => ({ id: row.id, row }));

  test('of ten thousand opens whole: both copies agree, nothing is restored, lost or written anew', async () => {
    await write(RECORDS);
    const [pages, known] = [new Map(disk.pages), digest()];
    const { db } = await disk.start();
    keep(db);
    // Shown before the two copies were compared, too.
    expect((await readHead(db)).ids).toHaveLength(KEPT - 1);
    await settle(db, true);
    expect(disk.reports).toEqual([]);
    expect(digest()).toBe(known);
    const all = await readAll(db);
    expect(all.highlights).toHaveLength(KEPT - 1);
    expect(all.highlights.find(({ id }) => id === 'h00001')).toMatchObject({ note: '改过' });
    expect(all.unreadable).toEqual(UNREADABLE);
    const head = await readHead(db);
    expect(head.ids).toEqual(all.highlights.map(({ id }) => id));
    expect(head.unreadable).toBe(UNREADABLE.length);
    expect((await readNewest(db, 5)).count).toBe(KEPT - 1);
    expect((await db.tombstones.toArray()).map(({ id }) => id)).toEqual(['h00002']);
    expect(disk.pages).toEqual(pages);
  });

  test('is filled from its journal where the browser lost the database on the way', async () => {
    await write(RECORDS.slice(0, 20));
    await disk.wipe();
    const { db } = await disk.start();
    keep(db);
    await settle(db, true);
    expect(disk.reports).toMatchObject([{ lost: 0 }]);
    expect((await readHead(db)).ids).toHaveLength(19);
    expect((await db.highlights.bulkGet(['h00001', 'zz-torn']))[0]).toMatchObject({ note: '改过' });
  });
});

test('a new library has nothing to take over', async () => {
  const db = keep(new GovGlossDb(name));
  await db.open();
  expect(await backupState(db)).toMatchObject({ value: { count: 0, newSince: 0, due: false } });
});
