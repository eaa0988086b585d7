import { type GovGlossDb, SEQUENCE } from './db';

/**
 * A moment in the library's history, told without a clock: every change has a number, and rows
 * without one were last written by 0.1.0, which counted nothing.
 */
export interface Mark {
  /** The number of the last change. */
  sequence: number;
  /** How many highlights had no number. */
  unnumbered: number;
}

/** The tables that tell what changed since a mark. */
export function changedTables(db: GovGlossDb) {
  return [db.highlights, db.tombstones, db.meta];
}

/** The number of the last change, in the running transaction. */
export async function lastSequence(db: GovGlossDb): Promise<number> {
  const value = (await db.meta.get(SEQUENCE))?.value;
  return typeof value === 'number' ? value : 0;
}

async function countUnnumbered(db: GovGlossDb): Promise<number> {
  const [all, numbered] = await Promise.all([
    db.highlights.count(),
    db.highlights.where('sequence').above(0).count(),
  ]);
  return all - numbered;
}

/** The library as it is in the running transaction. */
export async function markNow(db: GovGlossDb): Promise<Mark> {
  const [sequence, unnumbered] = await Promise.all([lastSequence(db), countUnnumbered(db)]);
  return { sequence, unnumbered };
}

/** Counts highlights added, changed and deleted since; from the indices alone. */
export async function countSince(db: GovGlossDb, mark: Mark): Promise<number> {
  const graves = db.tombstones.where('[kind+sequence]');
  const [written, deleted, unnumbered] = await Promise.all([
    db.highlights.where('sequence').above(mark.sequence).count(),
    graves
      .between(['highlight', mark.sequence], ['highlight', Number.POSITIVE_INFINITY], false)
      .count(),
    countUnnumbered(db),
  ]);
  return written + deleted + Math.max(0, unnumbered - mark.unnumbered);
}

/** A mark that was kept, or null. */
export async function readMark(db: GovGlossDb, key: string): Promise<Mark | null> {
  const value: unknown = (await db.meta.get(key))?.value;
  if (typeof value !== 'object' || value === null) return null;
  const { sequence, unnumbered } = value as Record<string, unknown>;
  const isMark = typeof sequence === 'number' && typeof unnumbered === 'number';
  return isMark ? { sequence, unnumbered } : null;
}
