import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { type HighlightChange, parseHighlight } from '@/lib/parse/highlight-schema';
import { changedTables, nextSequence } from './changes';
import type { GovGlossDb } from './db';
import type { StoreError } from './errors';
import { attempt } from './highlights';

/** Changes highlights in one transaction, with what is to be written of a change beside them. */
function inOneChange<T>(db: GovGlossDb, work: () => Promise<T>): Promise<Result<T, StoreError>> {
  return attempt(() => db.transaction('rw', changedTables(db), work));
}

/** Puts a highlight where there is none now; one that comes back is newer than its deletion. */
async function put(db: GovGlossDb, highlight: Highlight): Promise<Highlight> {
  const grave = await db.tombstones.get(highlight.id);
  const revision = Math.max(highlight.revision, (grave?.revision ?? 0) + 1);
  await db.highlights.add({ ...highlight, revision, sequence: await nextSequence(db) });
  await db.tombstones.delete(highlight.id);
  return { ...highlight, revision };
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

/** Puts back a highlight that was removed, as it was; one that is there again stands. */
export function restoreHighlight(
  db: GovGlossDb,
  highlight: Highlight,
): Promise<Result<Highlight, StoreError>> {
  return inOneChange(db, async () => {
    const existing = parseHighlight(await db.highlights.get(highlight.id));
    return existing.ok ? existing.value : put(db, highlight);
  });
}

/** A change was made to another state of the highlight than the one that is kept. */
export interface Conflict {
  code: 'conflict';
  current: Highlight;
}

/**
 * Changes a highlight in one transaction.
 * @param base the revision that the change was made to; where the one kept is another, nothing is
 *   written. Without one whichever is kept is changed.
 */
export async function changeHighlight(
  db: GovGlossDb,
  id: string,
  change: HighlightChange & Partial<Pick<Highlight, 'pageKey'>>,
  now: Date,
  base?: number,
): Promise<Result<Highlight, StoreError | Conflict>> {
  const result = await inOneChange(db, async () => {
    const row: unknown = await db.highlights.get(id);
    const existing = parseHighlight(row);
    if (!existing.ok) return err('unknown-id' as const);
    const current = existing.value;
    if (base !== undefined && base !== current.revision) {
      return err({ code: 'conflict' as const, current });
    }
    const changed: Highlight = {
      ...current,
      ...change,
      modifiedAt: momentAfter(current.modifiedAt, now),
      revision: current.revision + 1,
    };
    // Over the row itself: what a later version keeps in it stays.
    await db.highlights.put(Object.assign({}, row, changed, { sequence: await nextSequence(db) }));
    return ok(changed);
  });
  return result.ok ? result.value : result;
}

/** The moment of a change; that of the change before it when the clock went back since. */
function momentAfter(before: string, now: Date): string {
  return Date.parse(before) > now.getTime() ? before : now.toISOString();
}

/** Removes a highlight and answers it, so that the caller can offer to undo. */
export async function removeHighlight(
  db: GovGlossDb,
  id: string,
  now: Date,
): Promise<Result<Highlight, StoreError>> {
  const result = await inOneChange(db, async () => {
    const existing = parseHighlight(await db.highlights.get(id));
    if (!existing.ok) return err('unknown-id' as const);
    await db.highlights.delete(id);
    await db.tombstones.put({
      id,
      kind: 'highlight',
      revision: existing.value.revision + 1,
      deletedAt: now.toISOString(),
      sequence: await nextSequence(db),
    });
    return existing;
  });
  return result.ok ? result.value : result;
}
