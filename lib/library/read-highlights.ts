import type { Highlight } from '@/lib/model/highlight';
import { allHighlights } from '@/lib/store/highlights';
import { database } from './database';

/** Every highlight, newest first; they need no dataset. */
export async function newestHighlights(): Promise<Highlight[]> {
  const db = await database();
  if (!db) return [];
  const all = await allHighlights(db);
  if (!all.ok) throw new Error(all.error);
  return all.value.highlights.reverse();
}
