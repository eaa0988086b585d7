import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { attemptWrite } from './cause';
import { momentAfter } from './change-highlights';
import { commit } from './commit';
import type { GovGlossDb } from './db';
import type { Unnumbered } from './entry';
import type { StoreError } from './errors';

/**
 * Gives a tag another name on every highlight that has it, all at once or not at all. Where the name is
 * a tag already the two are one from then on. Answers how many highlights were changed.
 */
export function renameTag(
  db: GovGlossDb,
  from: string,
  to: string,
  now: Date,
): Promise<Result<number, StoreError>> {
  return attemptWrite(() =>
    commit(db, async () => {
      if (from === to) return { value: 0, entries: [] };
      const rows = await db.highlights.where('tags').equals(from).toArray();
      const entries = rows.flatMap((row) => {
        const parsed = parseHighlight(row);
        return parsed.ok ? [renamed(row, parsed.value, from, to, now)] : [];
      });
      return { value: entries.length, entries };
    }),
  );
}

function renamed(row: unknown, before: Highlight, from: string, to: string, now: Date): Unnumbered {
  const after: Highlight = {
    ...before,
    tags: [...new Set(before.tags.map((tag) => (tag === from ? to : tag)))],
    modifiedAt: momentAfter(before.modifiedAt, now),
    revision: before.revision + 1,
  };
  // Over the row itself: what a later version keeps in it stays.
  const { id, revision } = after;
  return { table: 'highlights', id, revision, row: Object.assign({}, row, after) };
}
