import type { Highlight } from '@/lib/model/highlight';
import { highlightsById } from '@/lib/store/by-index';
import type { GovGlossDb } from '@/lib/store/db';
import { allHighlights } from '@/lib/store/highlights';

/** Highlights by their ids, in that order, or all; null where the store gives none now. */
export async function readThese(
  db: GovGlossDb,
  ids: readonly string[] | null,
): Promise<readonly Highlight[] | null> {
  if (ids) return highlightsById(db, ids);
  const all = await allHighlights(db);
  return all.ok ? all.value.highlights : null;
}
