import { lastSequence } from './changes';
import { type GovGlossDb, LIBRARY, SEQUENCE, TALLY, UNREADABLE } from './db';
import type { Entry } from './entry';
import { type Journal, journalOf } from './journal';
import { reconcile } from './reconcile';
import { readState } from './stored-entries';
import { NOTHING, readTally, tallied } from './tally';
import { inLibraryTurn } from './turn';
import { unreadableAmong } from './unreadable';
import { readLibraryId } from './versions';
import type { Tally } from './witness';
import { libraryTables, writeEntries } from './write-entries';

/** Libraries up to so many records are compared record by record at every start of a worker. */
const SMALL = 2000;
/** Records put back in one transaction. */
const CHUNK = 5000;

/**
 * Compares database and journal, puts back what either lacks, and finishes what was under way when
 * a worker died; call it before anything is read or written. A large library is known to be whole by
 * counts and names, unless the comparison is to be `thorough`. Rejects where it cannot be made whole
 * now (a full disk): nothing is lost by that; call it again.
 */
export function settle(db: GovGlossDb, thorough = false): Promise<void> {
  return inLibraryTurn(async () => {
    const journal = journalOf(db);
    const { library, sequence, count, tally } = await readHead(db);
    const isEqual =
      library !== null &&
      tally?.count === count &&
      (journal === null ||
        (count > SMALL && !thorough && (await isWhole(journal, library, sequence))));
    if (!isEqual) await makeEqual(db, journal);
    else await db.witness?.note({ library, sequence, ...tally });
    db.isSettled = true;
  });
}

async function readHead(db: GovGlossDb) {
  return db.transaction('r', [db.highlights, db.meta], async () => ({
    library: await readLibraryId(db),
    sequence: await lastSequence(db),
    count: await db.highlights.count(),
    tally: await readTally(db),
  }));
}

async function isWhole(journal: Journal, library: string, sequence: number): Promise<boolean> {
  const { isWhole, isTidy } = await journal.look(library, sequence);
  return isWhole && (isTidy || (await journal.fold(library, sequence)));
}

async function makeEqual(db: GovGlossDb, journal: Journal | null): Promise<void> {
  const [state, recorded, testimony] = [
    await readState(db),
    await journal?.readAll(),
    (await db.witness?.recall()) ?? null,
  ];
  const library =
    state.library ?? recorded?.library ?? testimony?.library ?? (crypto.randomUUID() as string);
  const { sequence, all, toDatabase, restored, isRecorded } = reconcile(state, recorded ?? null);
  for (let at = 0; at < toDatabase.length; at += CHUNK) {
    const some = toDatabase.slice(at, at + CHUNK);
    await db.transaction('rw', libraryTables(db), () => writeEntries(db, some, () => {}));
  }
  const tally = tallyOf(all);
  await db.transaction('rw', db.meta, async () => {
    await db.meta.bulkPut([
      { key: LIBRARY, value: library },
      { key: SEQUENCE, value: sequence },
      { key: TALLY, value: tally },
      { key: UNREADABLE, value: [...unreadableAmong(all, [])] },
    ]);
  });
  if (journal) {
    const isSound = isRecorded && recorded?.torn === 0;
    const isDone = isSound && (await isWhole(journal, library, sequence));
    if (!isDone) await journal.rewrite(library, sequence, all);
  }
  const isKnown = testimony?.library === library && testimony.sequence >= sequence;
  const lost = isKnown ? Math.max(0, testimony.count - tally.count) : 0;
  if (restored + lost > 0) await db.witness?.report({ restored, lost });
  await db.witness?.note({ library, sequence, ...tally });
}

function tallyOf(entries: readonly Entry[]): Tally {
  const highlights = entries.filter(({ table }) => table === 'highlights');
  return highlights.reduce((tally, { id, row }) => tallied(tally, id, null, row), NOTHING);
}
