import { type GovGlossDb, LIBRARY } from './db';

/** The version of the dataset that is installed, or null before the first install. */
export async function installedVersion(db: GovGlossDb): Promise<string | null> {
  const row = await db.meta.get('dataset-version');
  return typeof row?.value === 'string' ? row.value : null;
}

/** The version a reader rolled back from: not installed again by itself. */
export async function refusedVersion(db: GovGlossDb): Promise<string | null> {
  const row = await db.meta.get('refused-version');
  return typeof row?.value === 'string' ? row.value : null;
}

/** The dataset and the reader's own entries as they are in the store now. */
export interface Edition {
  /** Another after every write of either. */
  id: string;
  /** Entities of the dataset, and the checksum over all its rows. */
  count: number;
  checksum: string;
}

export const EDITION = 'edition';

/** A new edition of a version; `whole` is what its dataset is known by. */
export function newEdition(version: string, whole: Omit<Edition, 'id'>): Edition {
  return { ...whole, id: `${version}+${crypto.randomUUID().slice(0, 8)}` };
}

/** The edition in the store; null before the first install, and of what 0.1.0 installed. */
export async function readEdition(db: GovGlossDb): Promise<Edition | null> {
  const value: unknown = (await db.meta.get(EDITION))?.value;
  if (typeof value !== 'object' || value === null) return null;
  const { id, count, checksum } = value as Record<string, unknown>;
  const isEdition =
    typeof id === 'string' && typeof count === 'number' && typeof checksum === 'string';
  return isEdition ? { id, count, checksum } : null;
}

/** Makes a new edition of what is installed, in the running transaction. */
export async function renewEdition(db: GovGlossDb): Promise<void> {
  const [version, edition] = await Promise.all([installedVersion(db), readEdition(db)]);
  if (edition) await db.meta.put({ key: EDITION, value: newEdition(version ?? '', edition) });
}

/** Which library the database holds; null for one that was made anew, and is to be filled (settle.ts). */
export async function readLibraryId(db: GovGlossDb): Promise<string | null> {
  const value: unknown = (await db.meta.get(LIBRARY))?.value;
  return typeof value === 'string' ? value : null;
}
