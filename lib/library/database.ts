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

/** Has the library put back into a database that was made anew; the background is who can. */
let fill = async (db: GovGlossDb): Promise<void> => {
  if ((await readLibraryId(db)) !== null) return;
  await callBackground('openLibrary', null);
};

/** Has each new connection looked at by `look`, before anything is asked of it (keep-whole.ts). */
export function lookFirst(look: (db: GovGlossDb) => Promise<void>): void {
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
    await look();
    logged = '';
    return db;
  } catch (error) {
    if (String(error) !== logged) logError(error, 'opening the database');
    logged = String(error);
    noteOpenFailure(error);
    return null;
  }
}

let looking: Promise<void> | null = null;

/** Whoever asks meanwhile waits for the same look. */
async function look(): Promise<void> {
  looking ??= lookOnce().finally(() => {
    looking = null;
  });
  await looking;
}

async function lookOnce(): Promise<void> {
  const connection = db.backendDB();
  if (seen === connection) return;
  try {
    await fill(db);
  } catch (error) {
    // What cannot be made whole now can be read all the same; before it is written it is looked at again.
    if ((await readLibraryId(db)) === null) throw error;
    logError(error, 'comparing the library with its journal');
    return;
  }
  seen = connection;
}
