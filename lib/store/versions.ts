import type { GovGlossDb } from './db';

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
