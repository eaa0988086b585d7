import type { OwnEntries } from '@/lib/dataset/own-entries';
import type { DatasetTexts } from '@/lib/dataset/update';
import { type Dataset, divisionOf, type Entity } from '@/lib/model/entity';
import type { EntityRow, GovGlossDb } from './db';
import { ownTables, replaceOwnEntries } from './own-entries';
import { installedVersion } from './versions';

/** A compiled artefact as text, or null before the first install. */
export async function readArtefact(
  db: GovGlossDb,
  name: 'gazetteer' | 'search-index',
): Promise<{ version: string; data: string } | null> {
  const row = await db.artefacts.get(name);
  return row && typeof row.data === 'string' ? { version: row.version, data: row.data } : null;
}

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

/** The installed dataset as it was parsed, without the reader's own entries. */
export async function readDataset(db: GovGlossDb): Promise<Dataset | null> {
  const version = await installedVersion(db);
  if (version === null) return null;
  const [rows, rankings, sources] = await Promise.all([
    db.entities.toArray(),
    db.rankings.toArray(),
    db.sources.toArray(),
  ]);
  return { version, entities: rows.map((row) => row.entity), rankings, sources };
}

function rowOf(entity: Entity): EntityRow {
  return { id: entity.id, kind: entity.kind, division: divisionOf(entity), entity };
}

/** What is installed, and what becomes of the dataset that was there. */
export interface Installation {
  dataset: Dataset;
  texts: DatasetTexts;
  /** Compiled from the dataset and the reader's own entries. */
  gazetteer: string;
  /** Set by a rollback: the version that is not to come back by itself. */
  refuse?: string;
}

/**
 * Replaces the installed dataset in one transaction and keeps its files for a rollback: whoever
 * reads meanwhile sees the old dataset whole or the new one whole, and a worker that dies in the
 * middle leaves the old one.
 */
export async function installDataset(
  db: GovGlossDb,
  { dataset, texts, gazetteer, refuse }: Installation,
): Promise<void> {
  const { version } = dataset;
  const tables = [db.entities, db.rankings, db.sources, db.artefacts, db.meta];
  await db.transaction('rw', tables, async () => {
    const current = await db.artefacts.get('files');
    await Promise.all([
      current && current.version !== version
        ? db.artefacts.put({ ...current, name: 'previous-files' })
        : null,
      db.entities.clear().then(() => db.entities.bulkAdd(dataset.entities.map(rowOf))),
      db.rankings.clear().then(() => db.rankings.bulkAdd(dataset.rankings)),
      db.sources.clear().then(() => db.sources.bulkAdd(dataset.sources)),
      db.artefacts.bulkPut([
        { name: 'gazetteer', version, data: gazetteer },
        { name: 'files', version, data: texts },
      ]),
      db.meta.put({ key: 'dataset-version', value: version }),
      refuse === undefined
        ? db.meta.delete('refused-version')
        : db.meta.put({ key: 'refused-version', value: refuse }),
    ]);
  });
}

/**
 * Replaces the reader's own entries and the gazetteer compiled with them, in one transaction. The
 * gazetteer's version gets a mark of its own, so that open pages ask for it again.
 */
export async function installOwnEntries(
  db: GovGlossDb,
  own: OwnEntries,
  gazetteer: string,
  mark: string,
): Promise<void> {
  await db.transaction('rw', [...ownTables(db), db.artefacts], async () => {
    const version = await installedVersion(db);
    await Promise.all([
      replaceOwnEntries(db, own, new Date()),
      db.artefacts.put({ name: 'gazetteer', version: `${version}+${mark}`, data: gazetteer }),
    ]);
  });
}

/**
 * Keeps the search index beside the gazetteer of the same version; dropped when another dataset
 * was installed while it was built.
 */
export async function keepSearchIndex(
  db: GovGlossDb,
  { version, data }: { version: string; data: string },
): Promise<void> {
  await db.transaction('rw', db.artefacts, async () => {
    const gazetteer = await db.artefacts.get('gazetteer');
    if (gazetteer?.version === version)
      await db.artefacts.put({ name: 'search-index', version, data });
  });
}
