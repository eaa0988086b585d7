import type { GovGlossDb } from '@/lib/store/db';
import { installedVersion } from '@/lib/store/versions';
import { database } from './database';
import { type Library, storedLibrary } from './library';

/** A library on its way. */
export interface Opening {
  /**
   * The database as soon as it is open, null without one. Nothing may be installed in it yet, but
   * highlights need no dataset, and it can be asked while the library is still finding that out.
   */
  store: Promise<GovGlossDb | null>;
  /** Null when there is no dataset at all. */
  library: Promise<Library | null>;
}

const preparing = () => import('./prepare');

async function libraryIn(opening: Opening['store']): Promise<Library | null> {
  const db = await opening;
  try {
    const version = db && (await installedVersion(db));
    if (db && version !== null) {
      return storedLibrary(db, version, async () => (await preparing()).heal(db));
    }
  } catch (error) {
    console.info('GovGloss cannot read its database here:', error);
  }
  const { preparedLibrary } = await preparing();
  const library = await preparedLibrary();
  return library.ok ? library.value : null;
}

/**
 * Opens the library for a page. The usual way reads what the background installed; before that, or
 * without a database, the background's own way is taken (prepare.ts), whose code is loaded only then.
 */
export function beginOpening(): Opening {
  const store = database();
  return { store, library: libraryIn(store) };
}

/** The library, opened; null when there is no dataset at all. */
export function openLibrary(): Promise<Library | null> {
  return beginOpening().library;
}
