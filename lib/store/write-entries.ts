import type { OwnEntries } from '@/lib/dataset/own-entries';
import { type GovGlossDb, TALLY, UNREADABLE } from './db';
import type { Entry } from './entry';
import { replaceOwnEntries } from './own-entries';
import { NOTHING, readTally, tallied } from './tally';
import { readUnreadable, unreadableAmong } from './unreadable';
import { renewEdition } from './versions';

/** Told of records written, of how many; throws to take everything back. */
export type OnWritten = (done: number, total: number) => void;

/** Written at once; `onWritten` is told in between. */
const CHUNK = 250;

/** The tables a change writes, in one transaction. */
export function libraryTables(db: GovGlossDb) {
  return [db.highlights, db.tombstones, db.ownEntities, db.ownRevisions, db.meta];
}

/** Writes entries into the database, in the running transaction; answers how much there is then. */
export async function writeEntries(
  db: GovGlossDb,
  entries: readonly Entry[],
  onWritten: OnWritten,
) {
  let tally = (await readTally(db)) ?? NOTHING;
  const highlights = entries.filter(({ table }) => table === 'highlights');
  for (let at = 0; at < highlights.length; at += CHUNK) {
    const some = highlights.slice(at, at + CHUNK);
    const before = await db.highlights.bulkGet(some.map(({ id }) => id));
    some.forEach(({ id, row }, nth) => {
      tally = tallied(tally, id, asRow(before[nth]), row);
    });
    const [kept, gone] = [some.filter(({ row }) => row), some.filter(({ row }) => !row)];
    await Promise.all([
      db.highlights.bulkPut(kept.map(({ row }) => row)),
      db.highlights.bulkDelete(gone.map(({ id }) => id)),
      db.tombstones.bulkDelete(kept.map(({ id }) => id)),
      db.tombstones.bulkPut(gone.map(tombstoneOf)),
    ]);
    onWritten(Math.min(at + CHUNK, highlights.length), highlights.length);
  }
  for (const { table, row, sequence } of entries) {
    if (table !== 'own-entries' || !row) continue;
    await replaceOwnEntries(db, row as OwnEntries, new Date(), sequence);
    await renewEdition(db);
  }
  const unreadable = unreadableAmong(entries, await readUnreadable(db));
  await db.meta.bulkPut([
    { key: TALLY, value: tally },
    { key: UNREADABLE, value: [...unreadable] },
  ]);
  return tally;
}

function asRow(row: unknown): object | null {
  return typeof row === 'object' ? row : null;
}

function tombstoneOf({ id, revision, sequence, deletedAt = '' }: Entry) {
  return { id, kind: 'highlight' as const, revision, sequence, deletedAt };
}
