import * as v from 'valibot';
import { logError } from '@/lib/messages/error-log';
import { noteLibraryNews } from '@/lib/messages/notes';
import { storedItem } from '@/lib/messages/stored-item';
import type { GovGlossDb } from '@/lib/store/db';
import { settle } from '@/lib/store/settle';
import { readLibraryId } from '@/lib/store/versions';
import type { Witness } from '@/lib/store/witness';
import { lookFirst } from './database';

const testimony = storedItem(
  'local',
  'library-witness',
  v.object({ library: v.string(), sequence: v.number(), count: v.number(), digest: v.string() }),
);

/** Set once the library was compared record by record since the browser started. */
const compared = storedItem('session', 'library-compared', v.literal(true));

/** Does what may fail without harm to the library. */
async function unlessFailing<T>(work: () => Promise<T>, where: string): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    logError(error, where);
    return null;
  }
}

/** Remembers in the browser's storage, for the background, how much the library held. */
const witness: Witness = {
  recall: () => unlessFailing(testimony.read, 'recalling the library'),
  async note(seen) {
    await unlessFailing(() => testimony.write(seen), 'remembering the library');
  },
  async report(settlement) {
    const news = { ...settlement, at: new Date().toISOString() };
    await unlessFailing(() => noteLibraryNews(news), 'telling what became of the library');
  },
};

/**
 * Has the library compared with its journal, and made whole, whenever this worker has a new
 * connection: at its start, and after the browser closed or lost the database.
 */
export function keepWhole(): void {
  let looking: Promise<boolean> | null = null;
  // Whoever asks meanwhile waits for the same look.
  lookFirst((db) => {
    looking ??= look(db).finally(() => {
      looking = null;
    });
    return looking;
  });
}

/** False where it cannot be made whole now. */
async function look(db: GovGlossDb): Promise<boolean> {
  db.witness = witness;
  const isThorough = (await unlessFailing(compared.read, 'a start of the browser')) === null;
  try {
    await settle(db, isThorough);
  } catch (error) {
    // What cannot be made whole now can be read all the same; whoever writes has it settled first.
    if ((await readLibraryId(db)) === null) throw error;
    logError(error, 'comparing the library with its journal');
    return false;
  }
  if (isThorough) await unlessFailing(() => compared.write(true), 'a start of the browser');
  return true;
}
