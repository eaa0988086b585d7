import { parseHighlight } from '@/lib/parse/highlight-schema';
import { type GovGlossDb, UNREADABLE } from './db';
import type { Entry } from './entry';

/**
 * Ids of rows of highlights that this version cannot read, in the running transaction. They are found
 * when the two copies are compared, as at each start of the browser and after each update, and kept
 * up with every change: whoever shows the library need not read all of it to tell how many they are.
 */
export async function readUnreadable(db: GovGlossDb): Promise<string[]> {
  const value: unknown = (await db.meta.get(UNREADABLE))?.value;
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** Which rows cannot be read after entries were written; `before` are those that could not until then. */
export function unreadableAmong(
  entries: readonly Entry[],
  before: readonly string[],
): ReadonlySet<string> {
  const unreadable = new Set(before);
  for (const { table, id, row } of entries) {
    if (table !== 'highlights') continue;
    if (row === null || parseHighlight(row).ok) unreadable.delete(id);
    else unreadable.add(id);
  }
  return unreadable;
}
