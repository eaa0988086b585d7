import { withOwnEntries } from '@/lib/dataset/own-entries';
import { logError } from '@/lib/messages/error-log';
import { buildSearchIndex } from '@/lib/search/search-index';
import { keepSearchIndex, readArtefact, readDataset } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { readOwnEntries } from '@/lib/store/own-entries';
import type { EntitySource } from '@/lib/store/source';
import { database, knowledge } from './knowledge';

/**
 * The search index of what `source` answers from, as text for readSearchIndex(). Marks and cards do
 * not wait for it: whoever asks first after an install, an update or a change of the reader's own
 * entries builds it (some 100 ms, in slices) and it is kept beside the dataset.
 */
export async function searchIndexOf(db: GovGlossDb | null, source: EntitySource): Promise<string> {
  const gazetteer = db && (await readArtefact(db, 'gazetteer'));
  // What is stored may be an older dataset than the one that is answered from memory.
  const isStored = gazetteer?.version.split('+')[0] === source.version;
  if (!db || !isStored) return buildSearchIndex(await source.all());
  const stored = await readArtefact(db, 'search-index');
  if (stored?.version === gazetteer.version) return stored.data;
  const [dataset, own] = await Promise.all([readDataset(db), readOwnEntries(db)]);
  const data = await buildSearchIndex(dataset ? withOwnEntries(dataset, own).entities : []);
  try {
    await keepSearchIndex(db, { version: gazetteer.version, data });
  } catch (error) {
    // A full disk: the search works all the same, and builds again next time.
    logError(error, 'keeping the search index');
  }
  return data;
}

/** Has the index built before anyone searches, once marks and cards are ready. */
export async function readySearchIndex(): Promise<void> {
  const known = await knowledge();
  if (known.ok) await searchIndexOf(await database(), known.value.source);
}
