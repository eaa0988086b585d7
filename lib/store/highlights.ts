import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { type HighlightChange, parseHighlight } from '@/lib/parse/highlight-schema';
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

/** Rows that do not parse are left in the store untouched; callers list only what parses. */
function readable(rows: unknown[]): Highlight[] {
  return rows.flatMap((row) => {
    const parsed = parseHighlight(row);
    return parsed.ok ? [parsed.value] : [];
  });
}

/**
 * Saves a new highlight in one transaction. The page chose the id, so that the same save sent
 * twice (a worker that died before answering) keeps one record: the first stands.
 */
export function addHighlight(
  db: GovGlossDb,
  id: string,
  draft: HighlightDraft,
  now: Date,
): Promise<Result<Highlight, StoreError>> {
  const at = now.toISOString();
  const highlight: Highlight = { ...draft, id, createdAt: at, modifiedAt: at };
  return attempt(() =>
    db.transaction('rw', db.highlights, async () => {
      const existing = parseHighlight(await db.highlights.get(id));
      if (existing.ok) return existing.value;
      await db.highlights.add(highlight);
      return highlight;
    }),
  );
}

/** Changes a highlight in one transaction. */
export async function changeHighlight(
  db: GovGlossDb,
  id: string,
  change: HighlightChange,
  now: Date,
): Promise<Result<Highlight, StoreError>> {
  const result = await attempt(() =>
    db.transaction('rw', db.highlights, async () => {
      const existing = parseHighlight(await db.highlights.get(id));
      if (!existing.ok) return null;
      const changed: Highlight = { ...existing.value, ...change, modifiedAt: now.toISOString() };
      await db.highlights.put(changed);
      return changed;
    }),
  );
  if (!result.ok) return result;
  return result.value ? ok(result.value) : err('unknown-id');
}

/** Removes a highlight and answers it, so that the caller can offer to undo. */
export async function removeHighlight(
  db: GovGlossDb,
  id: string,
): Promise<Result<Highlight, StoreError>> {
  const result = await attempt(() =>
    db.transaction('rw', db.highlights, async () => {
      const existing = parseHighlight(await db.highlights.get(id));
      if (!existing.ok) return null;
      await db.highlights.delete(id);
      return existing.value;
    }),
  );
  if (!result.ok) return result;
  return result.value ? ok(result.value) : err('unknown-id');
}

/** Puts back a highlight that was removed, as it was; one that is there again stands. */
export function restoreHighlight(
  db: GovGlossDb,
  highlight: Highlight,
): Promise<Result<Highlight, StoreError>> {
  return attempt(() =>
    db.transaction('rw', db.highlights, async () => {
      const existing = parseHighlight(await db.highlights.get(highlight.id));
      if (existing.ok) return existing.value;
      await db.highlights.add(highlight);
      return highlight;
    }),
  );
}

/** The highlights of one page, oldest first. */
export function highlightsOfPage(
  db: GovGlossDb,
  pageKey: string,
): Promise<Result<Highlight[], StoreError>> {
  return attempt(async () =>
    readable(await db.highlights.where('pageKey').equals(pageKey).sortBy('createdAt')),
  );
}

/** The highlights that name an entity, newest first. */
export function highlightsOfEntity(
  db: GovGlossDb,
  entity: string,
): Promise<Result<Highlight[], StoreError>> {
  return attempt(async () =>
    readable(await db.highlights.where('entities').equals(entity).reverse().sortBy('createdAt')),
  );
}

/** Every highlight, oldest first. */
export function allHighlights(db: GovGlossDb): Promise<Result<Highlight[], StoreError>> {
  return attempt(async () => readable(await db.highlights.orderBy('createdAt').toArray()));
}
