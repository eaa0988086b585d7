import { parseHighlight } from '@/lib/parse/highlight-schema';
import { lastSequence } from './changes';
import { type GovGlossDb, SEQUENCE } from './db';
import type { Entry, Unnumbered } from './entry';
import { journalOf } from './journal';
import { settle } from './settle';
import { inLibraryTurn } from './turn';
import { readLibraryId } from './versions';
import { libraryTables, type OnWritten, writeEntries } from './write-entries';

/** What a change comes down to, and what is answered to whoever wanted it. */
export interface Plan<T> {
  value: T;
  entries: Unnumbered[];
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
  const journal = journalOf(db);
  // Until both have it, or neither, they must be compared before the next.
  db.isSettled = false;
  try {
    await journal?.append(sequence, entries);
    const tally = await db.transaction('rw', libraryTables(db), async () => {
      // Made anew between the two: what was planned on is not there any more.
      if ((await readLibraryId(db)) !== library) return null;
      await db.meta.put({ key: SEQUENCE, value: sequence });
      return writeEntries(db, entries, onWritten);
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

/** The row carries revision and number itself, unless it is one that cannot be read: that stays as it is. */
function numbered(entry: Unnumbered, sequence: number): Entry {
  const { table, row, revision } = entry;
  if (table === 'own-entries') return { ...entry, revision: sequence, sequence };
  const isReadable = parseHighlight(row).ok;
  return { ...entry, sequence, row: isReadable ? { ...row, revision, sequence } : row };
}
