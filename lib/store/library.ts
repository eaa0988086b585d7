import type { Highlight } from '@/lib/model/highlight';
import { err, type Result } from '@/lib/model/result';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { attemptWrite } from './cause';
import { changedTables, countSince, type Mark, markNow, readMark } from './changes';
import { commit } from './commit';
import { BACKED_UP, type GovGlossDb, LAST_BACKUP } from './db';
import { entryOf, isSameRow } from './entry';
import type { StoreError } from './errors';
import { attempt, readAll, type StoredHighlights } from './highlights';

/** The reader is reminded once this many highlights are in no backup. */
export const REMIND_AFTER = 100;

/** How far the reader's highlights are in a file outside the browser. */
export interface BackupState {
  /** Highlights in all. */
  count: number;
  /** ISO 8601 moment of the last backup; null before the first. */
  lastBackup: string | null;
  /** Highlights added, imported, put back, changed or deleted since; all before the first backup. */
  newSince: number;
  /** True when enough changed since the last backup, or since the reader last said 'later'. */
  due: boolean;
}

/** What the library was when the reader last wanted no reminder. */
const REMINDED = 'reminded';

/** Counts what the last backup has not got; reads no record. */
export function backupState(db: GovGlossDb): Promise<Result<BackupState, StoreError>> {
  return attempt(() =>
    db.transaction('r', changedTables(db), async () => {
      const lastBackup: unknown = (await db.meta.get(LAST_BACKUP))?.value;
      const [backedUp, reminded] = [await readMark(db, BACKED_UP), await readMark(db, REMINDED)];
      const count = await db.highlights.count();
      const newSince = backedUp ? await countSince(db, backedUp) : count;
      const unreminded = reminded ? await countSince(db, reminded) : newSince;
      return {
        count,
        lastBackup: typeof lastBackup === 'string' ? lastBackup : null,
        newSince,
        due: Math.min(newSince, unreminded) >= REMIND_AFTER,
      };
    }),
  );
}

const DAY_MS = 86_400_000;

/**
 * True when the last backup is as many days old as the reader's schedule allows; 0 is no schedule. One of
 * a moment still to come was made by a clock that was wrong, nobody knows when.
 */
export function isBackupDue(everyDays: number, lastBackup: string | null, now: Date): boolean {
  if (everyDays === 0) return false;
  const age = now.getTime() - Date.parse(lastBackup ?? '');
  return !(age >= 0 && age < everyDays * DAY_MS);
}

/** Every highlight as a backup takes it, with the mark that says later what was in it. */
export function highlightsToBackUp(
  db: GovGlossDb,
): Promise<Result<StoredHighlights & { mark: Mark }, StoreError>> {
  return attempt(() =>
    db.transaction('r', changedTables(db), async () => ({
      ...(await readAll(db)),
      mark: await markNow(db),
    })),
  );
}

/** Notes that what the library held at `mark` is in a backup file since `now`. */
export function noteBackup(
  db: GovGlossDb,
  mark: Mark,
  now: Date,
): Promise<Result<null, StoreError>> {
  return attempt(async () => {
    await db.meta.bulkPut([
      { key: LAST_BACKUP, value: now.toISOString() },
      { key: BACKED_UP, value: mark },
    ]);
    return null;
  });
}

/** The reader wants no reminder until as many highlights again have changed. */
export function postponeReminder(db: GovGlossDb): Promise<Result<null, StoreError>> {
  return attempt(() =>
    db.transaction('rw', changedTables(db), async () => {
      await db.meta.put({ key: REMINDED, value: await markNow(db) });
      return null;
    }),
  );
}

/** Records to be written together: what an import comes down to. */
export interface LibraryChange {
  /** New to the library. */
  add: readonly Highlight[];
  /** Records that take the place of what was read when the change was planned. */
  replace: readonly { before: Highlight; after: Highlight }[];
  /** Rows of a backup that cannot be read here; a later version may. */
  unreadable?: readonly { id: string; row: object }[];
}

export type ChangeError = StoreError | 'cancelled' | 'library-changed';

export interface ChangeOptions {
  signal: AbortSignal;
  /** Records written so far, of how many; nothing is kept before the last. */
  onProgress(done: number, total: number): void;
}

/** Leaves the change, of which nothing is kept. */
class Withdrawn extends Error {
  override name = 'Withdrawn';
  constructor(readonly reason: 'cancelled' | 'library-changed') {
    super(reason);
  }
}

/**
 * Writes a change: all of it or nothing. What the library says now must be what the change was
 * planned on, or it is `library-changed`; adding a record that is there already, exactly as it is,
 * does nothing. Answers the number of records written.
 */
export async function changeLibrary(
  db: GovGlossDb,
  { add, replace, unreadable = [] }: LibraryChange,
  { signal, onProgress }: ChangeOptions,
): Promise<Result<number, ChangeError>> {
  const planned = [...add.map((after) => ({ before: null, after })), ...replace];
  const value = planned.length + unreadable.length;
  const plan = async () => {
    const ids = [...planned.map(({ after }) => after.id), ...unreadable.map(({ id }) => id)];
    const stored = await db.highlights.bulkGet(ids);
    const graves = await db.tombstones.bulkGet(ids);
    const entries = planned.flatMap((difference, nth) => {
      const row = written(difference, stored[nth], graves[nth]?.revision ?? 0);
      return row ? [entryOf(row.id, row)] : [];
    });
    // One that cannot be read comes back as it is, where there is none of its id.
    const asTheyAre = unreadable.filter((_, nth) => stored[planned.length + nth] === undefined);
    return { value, entries: [...entries, ...asTheyAre.map(({ id, row }) => entryOf(id, row))] };
  };
  try {
    return await attemptWrite(() =>
      commit(db, plan, (done, total) => {
        onProgress(done, total);
        if (signal.aborted) throw new Withdrawn('cancelled');
      }),
    );
  } catch (error) {
    if (error instanceof Withdrawn) return err(error.reason);
    throw error;
  }
}

/**
 * What is to be written of a planned difference; null when it is there already. Its revision is
 * above that of what it takes the place of, be that a record or the tombstone of one.
 */
function written(
  { before, after }: { before: Highlight | null; after: Highlight },
  row: unknown,
  buried: number,
): Highlight | null {
  if (row === undefined) {
    if (before) throw new Withdrawn('library-changed');
    return { ...after, revision: Math.max(after.revision, buried + 1) };
  }
  const now = parseHighlight(row);
  const expected = before ?? (now.ok ? { ...after, revision: now.value.revision } : after);
  if (!now.ok || !isSameRow(now.value, expected)) throw new Withdrawn('library-changed');
  return before && { ...after, revision: Math.max(after.revision, now.value.revision + 1) };
}
