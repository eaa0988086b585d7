import { logError } from '@/lib/messages/error-log';
import type { GovGlossDb } from '@/lib/store/db';
import { installedVersion } from '@/lib/store/versions';
import { database } from './database';
import { type Library, storedLibrary } from './library';

const preparing = () => import('./prepare');

let opening: Promise<Library | null> | null = null;

/**
 * The library of a page; null when there is no dataset at all. What lies in the store is opened once;
 * as long as nothing does, whoever asks asks anew. Never rejects.
 */
export function openLibrary(): Promise<Library | null> {
  const asking = opening ?? open();
  opening = asking;
  void asking.then((library) => {
    if (!library?.stored && opening === asking) opening = null;
  });
  return asking;
}

/**
 * The usual way reads what the background installed; before that, or without a database, the
 * background's own way is taken (prepare.ts), whose code is loaded only then.
 */
async function open(): Promise<Library | null> {
  try {
    const db = await database();
    const installed = db && (await fromStore(db));
    if (installed) return installed;
    const library = await (await preparing()).preparedLibrary();
    return library.ok ? library.value : null;
  } catch (error) {
    logError(error, 'opening the library');
    return null;
  }
}

async function fromStore(db: GovGlossDb): Promise<Library | null> {
  try {
    const version = await installedVersion(db);
    if (version === null) return null;
    return storedLibrary(db, version, async () => (await preparing()).heal(db));
  } catch (error) {
    logError(error, 'reading the database');
    return null;
  }
}
