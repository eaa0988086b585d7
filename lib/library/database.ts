import { logError } from '@/lib/messages/error-log';
import { GovGlossDb, openDb } from '@/lib/store/db';

/** One connection a page or worker, however often it is asked for. */
const db = new GovGlossDb();
/** What was logged of a database that does not open: once is enough, however often it is tried. */
let logged = '';

/**
 * The database, open; null while the browser gives none. It is opened whenever it is not: also
 * after it could not be, and after the browser or another page of ours closed it.
 */
export async function database(): Promise<GovGlossDb | null> {
  try {
    await openDb(db);
    logged = '';
    return db;
  } catch (error) {
    if (String(error) !== logged) logError(error, 'opening the database');
    logged = String(error);
    return null;
  }
}
