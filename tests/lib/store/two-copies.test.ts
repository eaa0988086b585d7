import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/change-highlights';
import { installOwnEntries } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { readAll } from '@/lib/store/highlights';
import { changeLibrary } from '@/lib/store/library';
import { readOwnEntries } from '@/lib/store/own-entries';
import { settle } from '@/lib/store/settle';
import { kept } from '../../components/fixtures/library';
import { Disk, type Worker } from './faults/disk';

const NOW = new Date('2026-11-23T08:00:00Z');
const OWN = { entities: [], forms: [{ entity: 'CN-ZJ', form: '之江' }] };

let disk: Disk;
let worker: Worker;
beforeEach(async () => {
  disk = new Disk();
  worker = await disk.start();
});

const secret = '线人的话';
const save = (id: string, note = '') =>
  addHighlight(worker.db, id, { ...kept(id, '浙里办'), note }, NOW);

/** The browser starts anew. */
async function restart(): Promise<void> {
  worker.end();
  worker = await disk.start();
  await settle(worker.db, true);
}

async function notes(): Promise<Record<string, string>> {
  const { highlights } = await readAll(worker.db);
  return Object.fromEntries(highlights.map(({ id, note }) => [id, note]));
}

test('what is told to be kept has been on the disk, not in the system’s cache alone', async () => {
  const asked: (string | undefined)[] = [];
  const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await save('a', '记');
  await changeHighlight(worker.db, 'a', { note: '改' }, NOW);
  await removeHighlight(worker.db, 'a', NOW);
  await installOwnEntries(worker.db, OWN);
  const signal = new AbortController().signal;
  const change = { add: [kept('b', '浙里办')], replace: [] };
  await changeLibrary(worker.db, change, { signal, onProgress() {} });
  for (const [, mode, options] of open.mock.calls) {
    if (mode === 'readwrite') asked.push(options?.durability);
  }
  open.mockRestore();
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(new Set(asked)).toEqual(new Set(['strict']));
});

describe('a database the browser made anew', () => {
  test('is filled again, with all that was kept, and the reader is told', async () => {
    await save('a', '记');
    await save('b');
    await installOwnEntries(worker.db, OWN);
    await disk.wipe();
    await restart();
    expect(await notes()).toEqual({ a: '记', b: '' });
    expect(await readOwnEntries(worker.db)).toEqual(OWN);
    expect(disk.reports).toEqual([{ restored: 2, lost: 0 }]);
    await restart();
    expect(disk.reports).toHaveLength(1);
  });

  test('under a worker that goes on is filled before anything is written', async () => {
    await save('a');
    await disk.wipe();
    await save('b');
    expect(await notes()).toEqual({ a: '', b: '' });
  });

  test('has nothing again that was deleted, and what was deleted can be put back', async () => {
    await save('a', '记');
    const removed = await removeHighlight(worker.db, 'a', NOW);
    await disk.wipe();
    await restart();
    expect(await notes()).toEqual({});
    expect(disk.reports).toEqual([]);
    if (removed.ok) await restoreHighlight(worker.db, removed.value);
    await disk.wipe();
    await restart();
    expect(await notes()).toEqual({ a: '记' });
  });

  test('has rows again that nobody can read, as they were', async () => {
    const rows = [{ id: 'later', of: { a: ['later', 'version'] } }];
    await save('a');
    const entries = rows.map((row) => ({ id: row.id, row }));
    const options = { signal: new AbortController().signal, onProgress() {} };
    await changeLibrary(worker.db, { add: [], replace: [], unreadable: entries }, options);
    await disk.wipe();
    await restart();
    expect((await readAll(worker.db)).unreadable).toEqual(rows);
  });
});

describe('the journal', () => {
  test('holds nothing that was deleted or written over once the browser starts again', async () => {
    await save('a', secret);
    await save('b', secret);
    await changeHighlight(worker.db, 'a', { note: '无' }, NOW);
    await removeHighlight(worker.db, 'b', NOW);
    expect([...disk.pages.values()].join()).toContain(secret);
    await restart();
    expect([...disk.pages.values()].join()).not.toContain(secret);
    expect(await notes()).toEqual({ a: '无' });
  });

  test.each([
    ['lost', () => disk.pages.clear()],
    [
      'torn',
      () => {
        for (const [name, text] of [...disk.pages]) disk.pages.set(name, text.slice(0, 9));
      },
    ],
    [
      'without its index',
      () =>
        [...disk.pages.keys()].forEach((name) => {
          if (name.startsWith('index/')) disk.pages.delete(name);
        }),
    ],
  ])('that is %s is written anew', async (_, harm) => {
    await save('a', '记');
    await restart();
    await save('b');
    harm();
    await restart();
    await disk.wipe();
    await restart();
    expect(await notes()).toEqual({ a: '记', b: '' });
  });

  test('stays small however much is kept, and is worked in', async () => {
    for (let nth = 0; nth < 40; nth++) await save(`n${nth}`);
    await restart();
    expect([...disk.pages.keys()].filter((name) => name.startsWith('tail/'))).toEqual([]);
    await disk.wipe();
    await restart();
    expect(Object.keys(await notes())).toHaveLength(40);
  });
});

test('what both copies have lost is told by number', async () => {
  await save('a');
  await save('b');
  disk.pages.clear();
  await disk.wipe();
  await restart();
  expect(disk.reports).toEqual([{ restored: 0, lost: 2 }]);
});

test.each([
  ['deleted', (db: GovGlossDb) => db.highlights.delete('a')],
  ['torn', (db: GovGlossDb) => db.highlights.put({ id: 'a' })],
])('a row %s behind our back is put back', async (_, harm) => {
  await save('a', '记');
  await save('b');
  await harm(worker.db);
  await restart();
  expect(await notes()).toEqual({ a: '记', b: '' });
  expect(disk.reports).toEqual([{ restored: 1, lost: 0 }]);
});

test('an old copy of the database, as of a profile put back in part, learns what was done since', async () => {
  await save('a');
  await save('b');
  const tables = worker.db.tables;
  const copy = await Promise.all(tables.map((table) => table.toArray()));
  await changeHighlight(worker.db, 'a', { note: '后来' }, NOW);
  await removeHighlight(worker.db, 'b', NOW);
  await save('c');
  for (const [nth, table] of tables.entries()) {
    await table.clear();
    await table.bulkAdd(copy[nth] ?? []);
  }
  await restart();
  expect(await notes()).toEqual({ a: '后来', c: '' });
});

test('what was done in 0.1.0 meanwhile holds: changed, added, deleted', async () => {
  await save('a', '先前');
  await save('b');
  await save('c');
  await restart();
  const { db } = worker;
  // It compiles its gazetteer anew, takes numbers off what it writes, and leaves no tombstones.
  await db.artefacts.put({ name: 'gazetteer', version: '1', data: 'text' });
  const { revision: _r, ...a } = kept('a', '浙里办', { note: '在旧版' });
  const { revision: _s, ...d } = kept('d', '浙里办');
  await db.highlights.bulkPut([a, d]);
  await db.highlights.delete('b');
  await restart();
  expect(await notes()).toEqual({ a: '在旧版', c: '', d: '' });
  await worker.db.artefacts.clear();
  await restart();
  await disk.wipe();
  await restart();
  expect(await notes()).toEqual({ a: '在旧版', c: '', d: '' });
});

describe('two windows', () => {
  test('that change the same highlight: the second is shown what the first wrote', async () => {
    await save('a');
    const other = await disk.start();
    await settle(other.db);
    const first = await changeHighlight(worker.db, 'a', { note: '甲' }, NOW, 1);
    const second = await changeHighlight(other.db, 'a', { note: '乙' }, NOW, 1);
    expect(first).toMatchObject({ value: { note: '甲', revision: 2 } });
    expect(second).toMatchObject({ error: { code: 'conflict', current: { note: '甲' } } });
    // The first, put again since nobody answered, is no conflict with itself.
    expect(await changeHighlight(worker.db, 'a', { note: '甲' }, NOW, 1)).toEqual(first);
    other.end();
  });

  test('one imports while the other saves: both are there, in both copies', async () => {
    const other = await disk.start();
    const add = Array.from({ length: 600 }, (_, nth) => kept(`i${nth}`, '浙里办'));
    const options = { signal: new AbortController().signal, onProgress() {} };
    const saving = Promise.all(['a', 'b', 'c'].map((id) => save(id)));
    const [imported] = await Promise.all([
      changeLibrary(other.db, { add, replace: [] }, options),
      saving,
    ]);
    expect(imported).toEqual({ ok: true, value: 600 });
    other.end();
    await disk.wipe();
    await restart();
    expect(Object.keys(await notes())).toHaveLength(603);
  });
});
