import { checksum } from './checksum';
import type { GovGlossDb } from './db';
import { readEdition } from './versions';

/** What is derived from the dataset and the reader's own entries, and kept to save the work. */
const DERIVED = ['gazetteer', 'gazetteer-without-own', 'search-index'] as const;
export type DerivedName = (typeof DERIVED)[number];

/** What was kept under a key; null when it is another key's, or not what was kept. */
export async function readDerived(
  db: GovGlossDb,
  name: DerivedName,
  key: string,
): Promise<unknown> {
  const row = await db.artefacts.get(name);
  const data: unknown = Array.isArray(row?.data) ? row.data[0] : null;
  return row?.version === key && row.checksum === checksum(data) ? data : null;
}

/** Keeps what was derived from an edition; dropped when that is no longer the one in the store. */
export async function keepDerived(
  db: GovGlossDb,
  name: DerivedName,
  { edition, key, data }: { edition: string; key: string; data: unknown },
): Promise<void> {
  // In a list: 0.1.0, when the reader goes back to it, takes any text here for its own, and hands it
  // to pages that cannot read it; a list it takes for nothing, and compiles anew.
  const row = { name, version: key, data: [data], checksum: checksum(data) };
  await db.transaction('rw', [db.artefacts, db.meta], async () => {
    if ((await readEdition(db))?.id === edition) await db.artefacts.put(row);
  });
}

/** Drops what was derived; whoever needs it makes it anew. */
export async function dropDerived(db: GovGlossDb): Promise<void> {
  await db.artefacts.bulkDelete([...DERIVED]);
}
