import type { Highlight } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import type { GovGlossDb } from './db';
import { isQuotaError, isUnavailable, type StoreError } from './errors';

/** Turns the failures a reader can do something about into values; others stay thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T, StoreError>> {
  try {
    return ok(await work());
  } catch (error) {
    if (isQuotaError(error)) return err('storage-full');
    if (isUnavailable(error)) return err('store-unavailable');
    throw error;
  }
}

/** What the store holds: highlights, and rows that cannot be read, as they are. */
export interface StoredHighlights {
  highlights: Highlight[];
  /** Left untouched: a later version may read them. They are counted, shown and backed up. */
  unreadable: unknown[];
}

function sorted(rows: unknown[]): StoredHighlights {
  const highlights: Highlight[] = [];
  const unreadable: unknown[] = [];
  for (const row of rows) {
    const parsed = parseHighlight(row);
    if (parsed.ok) highlights.push(parsed.value);
    else unreadable.push(row);
  }
  return { highlights, unreadable };
}

/** The highlights of one page, oldest first. */
export function highlightsOfPage(
  db: GovGlossDb,
  pageKey: string,
): Promise<Result<Highlight[], StoreError>> {
  return attempt(async () => {
    const rows = await db.highlights.where('pageKey').equals(pageKey).sortBy('createdAt');
    return sorted(rows).highlights;
  });
}

/** One highlight; null where there is none, or one that cannot be read. */
export async function highlightById(db: GovGlossDb, id: string): Promise<Highlight | null> {
  const found = parseHighlight(await db.highlights.get(id));
  return found.ok ? found.value : null;
}

/** The highlights that name an entity, newest first. */
export function highlightsOfEntity(
  db: GovGlossDb,
  entity: string,
): Promise<Result<Highlight[], StoreError>> {
  return attempt(async () => {
    const rows = await db.highlights.where('entities').equals(entity).reverse().sortBy('createdAt');
    return sorted(rows).highlights;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every highlight, oldest first, and what else lies there; for use in a transaction. */
export async function readAll(db: GovGlossDb): Promise<StoredHighlights> {
  // Not by the index of dates, which lacks rows without one.
  const all = sorted(await db.highlights.toArray());
  all.highlights.sort((a, b) => compare(a.createdAt, b.createdAt));
  return all;
}

/** Every highlight, oldest first, and what else lies there. */
export function allHighlights(db: GovGlossDb): Promise<Result<StoredHighlights, StoreError>> {
  return attempt(() => readAll(db));
}
