import { browser } from 'wxt/browser';
import { compareVersions } from '@/lib/dataset/feed';
import { loadDataset } from '@/lib/dataset/load';
import { withOwnEntries } from '@/lib/dataset/own-entries';
import { describeProblem } from '@/lib/dataset/parse';
import type { DatasetTexts } from '@/lib/dataset/update';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { logError } from '@/lib/messages/error-log';
import { noteDatasetProblem } from '@/lib/messages/notes';
import type { Dataset } from '@/lib/model/entity';
import { err, ok, type Result } from '@/lib/model/result';
import { type Installation, installDataset, readArtefact } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { readOwnEntries } from '@/lib/store/own-entries';
import { type EntitySource, memorySource, storedSource } from '@/lib/store/source';
import { installedVersion, refusedVersion } from '@/lib/store/versions';

/** What the background answers from. */
export interface Knowledge {
  source: EntitySource;
  gazetteer: { version: string; data: string };
}

/** The packaged dataset does not parse: a broken package, or a hand-made one with a mistake. */
class PackagedDatasetError extends Error {
  override name = 'PackagedDatasetError';
}

async function readPackaged(name: string): Promise<string> {
  const response = await fetch(new URL(`/dataset/${name}`, browser.runtime.getURL('/popup.html')));
  return response.text();
}

async function loadPackaged(): Promise<{ dataset: Dataset; texts: DatasetTexts }> {
  const texts: Record<string, string> = {};
  const loaded = await loadDataset(async (name) => {
    texts[name] = await readPackaged(name);
    return JSON.parse(texts[name]) as unknown;
  });
  if (loaded.ok) return { dataset: loaded.value, texts };
  throw new PackagedDatasetError(loaded.error.slice(0, 5).map(describeProblem).join('\n'));
}

/** The version in the package, without reading the rest of it; '' when it cannot be told. */
async function packagedVersion(): Promise<string> {
  const index: unknown = JSON.parse(await readPackaged('index.json'));
  const version: unknown =
    typeof index === 'object' && index !== null && 'version' in index ? index.version : '';
  return typeof version === 'string' ? version : '';
}

let db: Promise<GovGlossDb | null> | null = null;

async function openDb(): Promise<GovGlossDb | null> {
  const opened = new GovGlossDb();
  try {
    await opened.open();
    return opened;
  } catch (error) {
    logError(error, 'opening the database');
    return null;
  }
}

/** The database, opened once a worker's life; null where the browser gives us none. */
export function database(): Promise<GovGlossDb | null> {
  db ??= openDb();
  return db;
}

async function fromStore(stored: GovGlossDb): Promise<Knowledge | null> {
  const [version, gazetteer] = await Promise.all([
    installedVersion(stored),
    readArtefact(stored, 'gazetteer'),
  ]);
  if (version === null || gazetteer === null) return null;
  return {
    source: storedSource(stored, version),
    gazetteer,
  };
}

function fromMemory({ dataset, gazetteer }: Omit<Installation, 'texts'>): Knowledge {
  return {
    source: memorySource(dataset),
    gazetteer: { version: dataset.version, data: gazetteer },
  };
}

/** Compiles a dataset with the reader's own entries and installs it. */
export async function install(
  stored: GovGlossDb,
  { dataset, texts, refuse }: Omit<Installation, 'gazetteer'>,
): Promise<void> {
  const gazetteer = compileForPages(withOwnEntries(dataset, await readOwnEntries(stored)));
  await installDataset(stored, {
    dataset,
    texts,
    gazetteer,
    ...(refuse === undefined ? {} : { refuse }),
  });
  forgetKnowledge();
}

async function installPackaged(stored: GovGlossDb): Promise<Knowledge> {
  const { dataset, texts } = await loadPackaged();
  const gazetteer = compileForPages(withOwnEntries(dataset, await readOwnEntries(stored)));
  try {
    await installDataset(stored, { dataset, texts, gazetteer });
    await noteDatasetProblem(null);
  } catch (error) {
    // A full disk: marks and cards still work, from memory; the next start tries again.
    logError(error, 'installing the dataset');
    return fromMemory({ dataset, gazetteer });
  }
  return (await fromStore(stored)) ?? fromMemory({ dataset, gazetteer });
}

/** The packaged dataset is installed unless a newer one is there, or the reader refused it. */
async function open(): Promise<Knowledge> {
  const stored = await database();
  if (!stored) {
    const { dataset } = await loadPackaged();
    return fromMemory({ dataset, gazetteer: compileForPages(dataset) });
  }
  const known = await fromStore(stored);
  if (!known) return installPackaged(stored);
  const [packaged, refused] = await Promise.all([packagedVersion(), refusedVersion(stored)]);
  const newer = packaged !== refused && compareVersions(packaged, known.source.version) > 0;
  if (!newer) return known;
  try {
    return await installPackaged(stored);
  } catch (error) {
    // The last good dataset keeps answering; the popup says why it is not the newest.
    logError(error, 'reading the packaged dataset');
    await noteDatasetProblem(String(error));
    return known;
  }
}

let opening: Promise<Knowledge> | null = null;

/**
 * Opens the store and makes sure a dataset is in it, once a worker's life. The failure is that
 * there is nothing to answer from, neither stored nor packaged; it is logged and the next call
 * tries again.
 */
export async function knowledge(): Promise<Result<Knowledge, 'no-dataset'>> {
  opening ??= open();
  try {
    return ok(await opening);
  } catch (error) {
    opening = null;
    logError(error, 'opening the dataset');
    await noteDatasetProblem(String(error));
    return err('no-dataset');
  }
}

/** Forgets what was opened: the dataset or the reader's own entries were swapped. */
export function forgetKnowledge(): void {
  opening = null;
}
