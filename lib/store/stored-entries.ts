import { lastSequence } from './changes';
import type { GovGlossDb } from './db';
import { type Entry, entryOf } from './entry';
import { readOwnEntries } from './own-entries';
import { readLibraryId } from './versions';
import { libraryTables } from './write-entries';

/** What the database holds of the reader's. */
export interface StoredState {
  library: string | null;
  sequence: number;
  entries: Entry[];
  /** Version 0.1.0 was here since, and knows of no revisions, tombstones or journal. */
  wasReleased: boolean;
}

/** Reads all that is the reader's, whether it can be parsed or not. */
export function readState(db: GovGlossDb): Promise<StoredState> {
  return db.transaction('r', [...libraryTables(db), db.artefacts], async () => {
    const entries: Entry[] = [];
    await db.highlights.each((row, { primaryKey }) => {
      if (typeof row === 'object' && row !== null) entries.push(entryOf(primaryKey, row));
    });
    const there = new Set(entries.map(({ id }) => id));
    await db.tombstones.each(({ id, kind, revision, sequence, deletedAt }) => {
      if (kind !== 'highlight' || there.has(id)) return;
      entries.push({ table: 'highlights', id, revision, sequence, row: null, deletedAt });
    });
    const own = await ownEntry(db);
    return {
      library: await readLibraryId(db),
      sequence: await lastSequence(db),
      entries: own ? [...entries, own] : entries,
      wasReleased: await hasReleasedGazetteer(db),
    };
  });
}

/** Own entries as one record, in the revision of their last change; null where there never were any. */
async function ownEntry(db: GovGlossDb): Promise<Entry | null> {
  const [own, revisions, graves] = [
    await readOwnEntries(db),
    await db.ownRevisions.toArray(),
    await db.tombstones.where('[kind+sequence]').aboveOrEqual(['own-entry', 0]).toArray(),
  ];
  const stamps = [...revisions, ...graves].map(({ sequence }) => sequence);
  if (own.entities.length + own.forms.length + stamps.length === 0) return null;
  const sequence = Math.max(0, ...stamps);
  return { table: 'own-entries', id: '', revision: sequence, sequence, row: own };
}

/** 0.1.0 keeps its gazetteer as a text, later versions keep theirs in a list (derived.ts). */
async function hasReleasedGazetteer(db: GovGlossDb): Promise<boolean> {
  const row = await db.artefacts.get('gazetteer');
  return row !== undefined && !Array.isArray(row.data);
}
