import type { OwnEntries } from '@/lib/dataset/own-entries';
import { lastSequence } from './changes';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { type GovGlossDb, LIBRARY, SEQUENCE, TALLY } from './db';
import type { Entry, Unnumbered } from './entry';
import { Journal } from './journal';
import { replaceOwnEntries } from './own-entries';
import { settle } from './settle';
import { NOTHING, readTally, tallied } from './tally';
import { inLibraryTurn } from './turn';
import { renewEdition } from './versions';

/** What a change comes down to, and what is answered to whoever wanted it. */
export interface Plan<T> {
  value: T;
  entries: Unnumbered[];
}

/** Told of records written, of how many; throws to take everything back. */
export type OnWritten = (done: number, total: number) => void;

/** Written at once; `onWritten` is told in between. */
const CHUNK = 250;

/** The tables a change writes, in one transaction. */
export function libraryTables(db: GovGlossDb) {
  return [db.highlights, db.tombstones, db.ownEntities, db.ownRevisions, db.meta];
}

/** Which library the database holds, in the running transaction; null when it was made anew. */
export async function readLibraryId(db: GovGlossDb): Promise<string | null> {
  const value: unknown = (await db.meta.get(LIBRARY))?.value;
  return typeof value === 'string' ? value : null;
}

/**
 * Changes the library, in both its copies: planned on what the database says, written into the
 * journal, then into the database, in one transaction each. A full disk is met by the journal, which
 * does not mind, before it is met by the database, which Chromium makes anew after one. Who dies
 * after the first has not confirmed anything; the next start finishes it (settle.ts). What is
 * confirmed is in both.
 * @param plan reads the database and writes nothing; it runs in a transaction over `libraryTables`
 */
export async function commit<T>(
  db: GovGlossDb,
  plan: () => Promise<Plan<T>>,
  onWritten: OnWritten = () => {},
): Promise<T> {
  for (;;) {
    const done = await inLibraryTurn(() => commitOnce(db, plan, onWritten));
    if (done) return done.value;
    await settle(db);
  }
}

/** Null where the two copies must be compared first: nothing was written. */
async function commitOnce<T>(
  db: GovGlossDb,
  plan: () => Promise<Plan<T>>,
  onWritten: OnWritten,
): Promise<{ value: T } | null> {
  if (!db.isSettled) return null;
  const planned = await db.transaction('r', libraryTables(db), async () => {
    const [library, last] = [await readLibraryId(db), await lastSequence(db)];
    return library === null ? null : { ...(await plan()), library, sequence: last + 1 };
  });
  if (!planned) return null;
  const { value, library, sequence } = planned;
  if (planned.entries.length === 0) return { value };
  const entries = planned.entries.map((entry) => numbered(entry, sequence));
  const journal = db.pages && new Journal(db.pages);
  // Until both have it, or neither, they must be compared before the next.
  db.isSettled = false;
  try {
    await journal?.append(sequence, entries);
    const tally = await db.transaction('rw', libraryTables(db), async () => {
      // Made anew between the two: what was planned on is not there any more.
      if ((await readLibraryId(db)) !== library) return null;
      await db.meta.put({ key: SEQUENCE, value: sequence });
      return write(db, entries, onWritten);
    });
    if (!tally) return null;
    db.isSettled = true;
    await db.witness?.note({ library, sequence, ...tally });
    return { value };
  } catch (error) {
    db.isSettled = (await journal?.withdraw(sequence)) ?? true;
    throw error;
  }
}

/** Writes entries into the database, in the running transaction; answers how much there is then. */
export async function write(db: GovGlossDb, entries: readonly Entry[], onWritten: OnWritten) {
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
  await db.meta.put({ key: TALLY, value: tally });
  return tally;
}

function asRow(row: unknown): object | null {
  return typeof row === 'object' ? row : null;
}

/** The row carries revision and number itself, unless it is one that cannot be read: that stays as it is. */
function numbered(entry: Unnumbered, sequence: number): Entry {
  const { table, row, revision } = entry;
  if (table === 'own-entries') return { ...entry, revision: sequence, sequence };
  const isReadable = parseHighlight(row).ok;
  return { ...entry, sequence, row: isReadable ? { ...row, revision, sequence } : row };
}

function tombstoneOf({ id, revision, sequence, deletedAt = '' }: Entry) {
  return { id, kind: 'highlight' as const, revision, sequence, deletedAt };
}
