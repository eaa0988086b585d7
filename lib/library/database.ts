import Dexie from 'dexie';
import { callBackground } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import { GovGlossDb, openDb } from '@/lib/store/db';
import { readLibraryId } from '@/lib/store/versions';
import { noteOpenFailure } from './open-failure';

/** One connection a page or worker, however often it is asked for. */
const db = new GovGlossDb();
/** What was logged of a database that does not open: once is enough, however often it is tried. */
let logged = '';
/** The connection that was seen to hold the library. */
let seen: IDBDatabase | null = null;

/** Has the library put back into a database that was made anew: here the background is asked for that. */
let fill = async (db: GovGlossDb): Promise<boolean> => {
  if ((await readLibraryId(db)) !== null) return true;
  const answer = await callBackground('openLibrary', null);
  // Where nobody is there to answer, what there is is shown, and asked for again.
  if (answer.ok || answer.error.code === 'disconnected') return answer.ok;
  throw new Dexie.OpenFailedError('The library is not back yet.');
};

/** What to do once a database that was held up has opened after all; null when nobody waits for it. */
let whenLate: (() => void) | null = null;
let isAwaited = false;

/** Calls back whenever a database that was held up, and done without meanwhile, has opened after all. */
export function whenOpenedLate(call: () => void): void {
  whenLate = call;
}

async function awaitLate(): Promise<void> {
  if (isAwaited || !whenLate) return;
  isAwaited = true;
  // What it fails with is told to whoever asks for the database the next time.
  const isOpen = await db.open().then(
    () => true,
    () => false,
  );
  isAwaited = false;
  if (isOpen) whenLate();
}

/**
 * Has each new connection looked at by `look` before anything is asked of it (keep-whole.ts); again
 * the next time where it answers false.
 */
export function lookFirst(look: (db: GovGlossDb) => Promise<boolean>): void {
  fill = look;
  seen = null;
}

/**
 * The database, open; null while the browser gives none, or while what it held is not back in it
 * (open-problem.ts says why). It is opened whenever it is not: also after it could not be, and after
 * the browser or another page of ours closed it.
 */
export async function database(): Promise<GovGlossDb | null> {
  try {
    await openDb(db);
    const connection = db.backendDB();
    if (seen !== connection && (await fill(db))) seen = connection;
    logged = '';
    return db;
  } catch (error) {
    if (String(error) !== logged) logError(error, 'opening the database');
    logged = String(error);
    noteOpenFailure(error);
    if (db.isHeldUp) void awaitLate();
    return null;
  }
}
