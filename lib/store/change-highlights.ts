import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { type HighlightChange, parseHighlight } from '@/lib/parse/highlight-schema';
import { attemptWrite } from './cause';
import { commit, type Plan } from './commit';
import type { GovGlossDb } from './db';
import { graveOf, isSameRow, type Unnumbered } from './entry';
import type { StoreError } from './errors';

/** A change of one highlight, in both copies of the library. */
function inOneChange<T>(
  db: GovGlossDb,
  plan: () => Promise<Plan<T>>,
): Promise<Result<T, StoreError>> {
  return attemptWrite(() => commit(db, plan));
}

/** A highlight's row, to be written. */
function rowOf(id: string, row: Highlight): Unnumbered {
  return { table: 'highlights', id, revision: row.revision, row };
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
  return restoreHighlight(db, { ...draft, id, createdAt: at, modifiedAt: at, revision: 1 });
}

/**
 * Puts back a highlight that was removed, as it was; one that is there again stands. Where a row has
 * its id that cannot be read, nothing is done.
 */
export async function restoreHighlight(
  db: GovGlossDb,
  highlight: Highlight,
): Promise<Result<Highlight, StoreError>> {
  const result = await inOneChange<Result<Highlight, StoreError>>(db, async () => {
    const row: unknown = await db.highlights.get(highlight.id);
    const existing = parseHighlight(row);
    if (existing.ok) return { value: existing, entries: [] };
    if (row !== undefined) return { value: err('unknown-id'), entries: [] };
    // One that comes back is newer than its deletion.
    const grave = await db.tombstones.get(highlight.id);
    const revision = Math.max(highlight.revision, (grave?.revision ?? 0) + 1);
    const value = { ...highlight, revision };
    return { value: ok(value), entries: [rowOf(value.id, value)] };
  });
  return result.ok ? result.value : result;
}

/** A change was made to another state of the highlight than the one that is kept. */
export interface Conflict {
  code: 'conflict';
  current: Highlight;
}

/**
 * Changes a highlight.
 * @param base the revision that the change was made to; where the one kept is another, nothing is
 *   written, unless it says what the change wants it to say: that is the same change sent twice.
 *   Without one whichever is kept is changed.
 */
export async function changeHighlight(
  db: GovGlossDb,
  id: string,
  change: HighlightChange & Partial<Pick<Highlight, 'pageKey'>>,
  now: Date,
  base?: number,
): Promise<Result<Highlight, StoreError | Conflict>> {
  const result = await inOneChange<Result<Highlight, StoreError | Conflict>>(db, async () => {
    const row: unknown = await db.highlights.get(id);
    const existing = parseHighlight(row);
    if (!existing.ok) return { value: err('unknown-id'), entries: [] };
    const current = existing.value;
    if (base !== undefined && base !== current.revision) {
      const isDone = isSameRow(current, { ...current, ...change });
      return { value: isDone ? ok(current) : err({ code: 'conflict', current }), entries: [] };
    }
    const changed: Highlight = {
      ...current,
      ...change,
      modifiedAt: momentAfter(current.modifiedAt, now),
      revision: current.revision + 1,
    };
    // Over the row itself: what a later version keeps in it stays.
    return { value: ok(changed), entries: [rowOf(id, Object.assign({}, row, changed))] };
  });
  return result.ok ? result.value : result;
}

/** The moment of a change; that of the change before it when the clock went back since. */
export function momentAfter(before: string, now: Date): string {
  return Date.parse(before) > now.getTime() ? before : now.toISOString();
}

/** Removes a highlight and answers it, so that the caller can offer to undo. */
export async function removeHighlight(
  db: GovGlossDb,
  id: string,
  now: Date,
): Promise<Result<Highlight, StoreError>> {
  const result = await inOneChange<Result<Highlight, StoreError>>(db, async () => {
    const existing = parseHighlight(await db.highlights.get(id));
    if (!existing.ok) return { value: err('unknown-id'), entries: [] };
    return { value: existing, entries: [graveOf(id, existing.value.revision + 1, now)] };
  });
  return result.ok ? result.value : result;
}
