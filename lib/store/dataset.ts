import type { OwnEntries } from '@/lib/dataset/own-entries';
import type { DatasetTexts } from '@/lib/dataset/update';
import type { Dataset } from '@/lib/model/dataset';
import { divisionOf, type Entity } from '@/lib/model/entity';
import { checksum } from './checksum';
import { commit } from './commit';
import type { EntityRow, GovGlossDb } from './db';
import { readOwnEntries } from './own-entries';
import { EDITION, installedVersion, newEdition, readEdition } from './versions';

/** The files of the installed dataset, or of the one before it; null when there is none. */
export async function readTexts(
  db: GovGlossDb,
  which: 'files' | 'previous-files',
): Promise<{ version: string; texts: DatasetTexts } | null> {
  const row = await db.artefacts.get(which);
  if (!row || typeof row.data !== 'object' || row.data === null) return null;
  const texts: Record<string, string> = {};
  for (const [name, text] of Object.entries(row.data)) {
    if (typeof text === 'string') texts[name] = text;
  }
  return { version: row.version, texts };
}

/** What is installed, as it was parsed, and what the reader added. */
export interface Installed {
  /** Changes whenever either does. */
  edition: string;
  dataset: Dataset;
  own: OwnEntries;
}

/** Reads everything, and answers null where it is not what was installed, or nothing was. */
export async function readInstalled(db: GovGlossDb): Promise<Installed | null> {
  const tables = [db.entities, db.rankings, db.sources, db.ownEntities, db.meta];
  return db.transaction('r', tables, async () => {
    const [version, edition, rows, rankings, sources, own] = await Promise.all([
      installedVersion(db),
      readEdition(db),
      db.entities.toArray(),
      db.rankings.toArray(),
      db.sources.toArray(),
      readOwnEntries(db),
    ]);
    if (version === null || !edition) return null;
    const dataset = { version, entities: rows.map((row) => row.entity), rankings, sources };
    return checksumOf(dataset) === edition.checksum ? { edition: edition.id, dataset, own } : null;
  });
}

/** The same in whatever order the rows come: the database's, or the files'. */
function checksumOf({ entities, rankings, sources }: Dataset): string {
  const lists: readonly { id: string }[][] = [entities, rankings, sources];
  const lines = lists.flatMap((list) => list.map((each) => checksum(each)).sort());
  return checksum(lines.join());
}

function rowOf(entity: Entity): EntityRow {
  return { id: entity.id, kind: entity.kind, division: divisionOf(entity), entity };
}

/** What is installed, and what becomes of the dataset that was there. */
export interface Installation {
  dataset: Dataset;
  texts: DatasetTexts;
  /** The version that is not to come back by itself: the reader rolled back from it. */
  refuse?: string | null;
  /** What was there, and before, came from where nothing is to come from any more. */
  isStart?: boolean;
}

/**
 * Replaces the installed dataset in one transaction and keeps its files for a rollback: whoever
 * reads meanwhile sees the old dataset whole or the new one whole, and a worker that dies in the
 * middle leaves the old one. What was derived from the old one fits no more: it is of another edition.
 * Answers what is installed now, as readInstalled() would read it.
 */
export async function installDataset(
  db: GovGlossDb,
  { dataset, texts, refuse = null, isStart = false }: Installation,
): Promise<Installed> {
  const { version } = dataset;
  const whole = { count: dataset.entities.length, checksum: checksumOf(dataset) };
  const edition = newEdition(version, whole);
  const tables = [db.entities, db.rankings, db.sources, db.ownEntities, db.artefacts, db.meta];
  return db.transaction('rw', tables, async () => {
    // Files that cannot be read any more cannot be gone back to either.
    const current = await db.artefacts.get('files').catch(() => undefined);
    await Promise.all([
      isStart && db.artefacts.delete('previous-files'),
      !isStart && current && current.version !== version
        ? db.artefacts.put({ ...current, name: 'previous-files' })
        : null,
      db.entities.clear().then(() => db.entities.bulkAdd(dataset.entities.map(rowOf))),
      db.rankings.clear().then(() => db.rankings.bulkAdd(dataset.rankings)),
      db.sources.clear().then(() => db.sources.bulkAdd(dataset.sources)),
      db.artefacts.put({ name: 'files', version, data: texts }),
      db.meta.put({ key: 'dataset-version', value: version }),
      db.meta.put({ key: EDITION, value: edition }),
      refuse === null
        ? db.meta.delete('refused-version')
        : db.meta.put({ key: 'refused-version', value: refuse }),
    ]);
    return { edition: edition.id, dataset, own: await readOwnEntries(db) };
  });
}

/** Replaces the reader's own entries; what was derived with the old ones fits no more. */
export async function installOwnEntries(db: GovGlossDb, own: OwnEntries): Promise<void> {
  await commit(db, async () => ({
    value: null,
    entries: [{ table: 'own-entries', id: '', revision: 1, row: own }],
  }));
}
