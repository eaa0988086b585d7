import { compareVersions, isFromTheFuture } from '@/lib/dataset/feed';
import { loadTexts } from '@/lib/dataset/load';
import { logError } from '@/lib/messages/error-log';
import { noteDatasetProblem } from '@/lib/messages/notes';
import { err, type Result } from '@/lib/model/result';
import { Resource } from '@/lib/resource/resource';
import { type Installed, installDataset, readInstalled, readTexts } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { readFeed } from '@/lib/store/feed';
import { installedVersion, readEdition, refusedVersion } from '@/lib/store/versions';
import { database } from './database';
import { type Library, memoryLibrary, storedLibrary } from './library';
import { packagedVersion, readPackage } from './package';

/** Opens the store and makes sure that a whole dataset is in it, the newest the reader did not refuse. */
const library = new Resource<Library>({
  ask: prepare,
  async onFailed(error) {
    logError(error, 'opening the dataset');
    await noteDatasetProblem(String(error));
  },
  now: () => performance.now(),
});

/** The library, once a worker's life; `no-dataset` when there is nothing to answer from, neither stored nor packaged. */
export async function preparedLibrary(): Promise<Result<Library, 'no-dataset'>> {
  // What answers from memory holds until there is a database.
  if (library.value?.db === null && (await database())) library.forget();
  const known = await library.get();
  return known.ok ? known : err('no-dataset');
}

/** Forgets what was opened: the dataset was swapped. */
export function forgetLibrary(): void {
  library.forget();
}

async function prepare(): Promise<Library> {
  const db = await database();
  try {
    if (db) return await prepareStore(db);
  } catch (error) {
    // A full disk, or a broken one: marks and cards still work, from memory.
    logError(error, 'preparing the store');
  }
  return memoryLibrary(db, (await readPackage()).dataset);
}

async function prepareStore(db: GovGlossDb): Promise<Library> {
  const [installed, edition, refused, packaged] = await Promise.all([
    installedVersion(db),
    readEdition(db),
    refusedVersion(db),
    packagedVersion(),
  ]);
  const isStray = packaged !== '' && installed !== null && (await strays(db, installed, packaged));
  if (isStray || (packaged !== refused && compareVersions(packaged, installed ?? '') > 0)) {
    try {
      return await installPackage(db, { isStart: isStray });
    } catch (error) {
      // The last good dataset keeps answering; the popup says why it is not the newest.
      logError(error, 'reading the packaged dataset');
      await noteDatasetProblem(String(error));
    }
  }
  return installed !== null && edition ? openStored(db, installed) : reinstall(db);
}

/**
 * True for a dataset that can only have come from a feed, where none is named, and for one from the
 * future, after which nothing would ever be newer.
 */
async function strays(db: GovGlossDb, installed: string, packaged: string): Promise<boolean> {
  if (compareVersions(installed, packaged) <= 0) return false;
  return (await readFeed(db))?.url === '' || isFromTheFuture(installed, new Date());
}

function openStored(db: GovGlossDb, version: string, fresh: Installed | null = null): Library {
  return storedLibrary(db, version, () => heal(db), fresh);
}

/**
 * Installs the dataset of the package; where it finds no room, it answers from memory. With `isStart`
 * there is none before it to go back to.
 */
export async function installPackage(db: GovGlossDb, { isStart = false } = {}): Promise<Library> {
  const content = await readPackage();
  try {
    const installed = await installDataset(db, { ...content, isStart });
    await noteDatasetProblem(null);
    return openStored(db, content.dataset.version, installed);
  } catch (error) {
    // The next start tries again.
    logError(error, 'installing the dataset');
    return memoryLibrary(db, content.dataset);
  }
}

/** Installs anew what was installed, from its own files, or else the package. */
async function reinstall(db: GovGlossDb): Promise<Library> {
  const [files, refuse] = await Promise.all([readFiles(db), refusedVersion(db)]);
  if (!files) return installPackage(db);
  const loaded = await loadTexts(files.texts);
  if (!loaded.ok) return installPackage(db);
  const { value: dataset } = loaded;
  const installed = await installDataset(db, { dataset, texts: files.texts, refuse });
  return openStored(db, dataset.version, installed);
}

async function readFiles(db: GovGlossDb): ReturnType<typeof readTexts> {
  try {
    return await readTexts(db, 'files');
  } catch (error) {
    logError(error, 'reading the files of the dataset');
    return null;
  }
}

let healing: Promise<void> | null = null;

/** Installs the dataset anew where it is not whole; whoever asks meanwhile waits for the same. */
export function heal(db: GovGlossDb): Promise<void> {
  healing ??= healOnce(db).finally(() => {
    healing = null;
  });
  return healing;
}

async function healOnce(db: GovGlossDb): Promise<void> {
  try {
    if (await readInstalled(db)) return;
    logError(new Error('The stored dataset is not whole.'), 'reading the dataset');
  } catch (error) {
    logError(error, 'reading the dataset');
  }
  library.put(await reinstall(db));
}
