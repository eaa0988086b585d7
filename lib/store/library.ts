import type { Highlight } from '@/lib/model/highlight';
import { err, type Result } from '@/lib/model/result';
import type { GovGlossDb } from './db';
import type { StoreError } from './errors';
import { attempt } from './highlights';

/** The reader is reminded once this many highlights are in no backup. */
export const REMIND_AFTER = 100;

/** How far the reader's highlights are in a file outside the browser. */
export interface BackupState {
  /** Highlights in all. */
  count: number;
  /** ISO 8601 moment of the last backup; null before the first. */
  lastBackup: string | null;
  /** Highlights kept since then. */
  newSince: number;
  /** True when enough are new since the last backup, or since the reader last said 'later'. */
  due: boolean;
}

const LAST_BACKUP = 'last-backup';
const REMINDED = 'backup-reminded';

/** Counts what the last backup has not got; reads no record. */
export function backupState(db: GovGlossDb): Promise<Result<BackupState, StoreError>> {
  return attempt(() =>
    db.transaction('r', db.highlights, db.meta, async () => {
      const last = await readText(db, LAST_BACKUP);
      const reminded = await readText(db, REMINDED);
      const since = (moment: string) => db.highlights.where('createdAt').above(moment).count();
      const newSince = await since(last ?? '');
      const unreminded = await since([last ?? '', reminded ?? ''].sort()[1] ?? '');
      return {
        count: await db.highlights.count(),
        lastBackup: last,
        newSince,
        due: unreminded >= REMIND_AFTER,
      };
    }),
  );
}

const DAY_MS = 86_400_000;

/** True when the last backup is as many days old as the reader's schedule allows; 0 is no schedule. */
export function isBackupDue(everyDays: number, lastBackup: string | null, now: Date): boolean {
  if (everyDays === 0) return false;
  return lastBackup === null || now.getTime() - Date.parse(lastBackup) >= everyDays * DAY_MS;
}

/** Notes that every highlight kept up to `now` is in a backup file. */
export function noteBackup(db: GovGlossDb, now: Date): Promise<Result<null, StoreError>> {
  return noteMoment(db, LAST_BACKUP, now);
}

/** The reader wants no reminder until as many highlights again are new. */
export function postponeReminder(db: GovGlossDb, now: Date): Promise<Result<null, StoreError>> {
  return noteMoment(db, REMINDED, now);
}

function noteMoment(db: GovGlossDb, key: string, now: Date): Promise<Result<null, StoreError>> {
  return attempt(async () => {
    await db.meta.put({ key, value: now.toISOString() });
    return null;
  });
}

async function readText(db: GovGlossDb, key: string): Promise<string | null> {
  const value = (await db.meta.get(key))?.value;
  return typeof value === 'string' ? value : null;
}

/** Records to be written together: what an import comes down to. */
export interface LibraryChange {
  /** New to the library. */
  add: readonly Highlight[];
  /** Records that take the place of what was read when the change was planned. */
  replace: readonly { before: Highlight; after: Highlight }[];
}

export type ChangeError = StoreError | 'cancelled' | 'library-changed';

export interface ChangeOptions {
  signal: AbortSignal;
  /** Records written so far, of how many; nothing is kept before the last. */
  onProgress(done: number, total: number): void;
}

/** Written at once; progress is told, and the reader heard, in between. */
const CHUNK = 250;

/** Leaves the transaction, which undoes what it has written. */
class Withdrawn extends Error {
  override name = 'Withdrawn';
  constructor(readonly reason: 'cancelled' | 'library-changed') {
    super(reason);
  }
}

/**
 * Writes a change in one transaction: all of it or nothing. What the library says now must be
 * what the change was planned on, or it is `library-changed`; adding a record that is there
 * already, exactly as it is, does nothing. Answers the number of records written.
 */
export async function changeLibrary(
  db: GovGlossDb,
  { add, replace }: LibraryChange,
  { signal, onProgress }: ChangeOptions,
): Promise<Result<number, ChangeError>> {
  const after = [...add, ...replace.map((each) => each.after)];
  const before = [...add.map(() => null), ...replace.map((each) => each.before)];
  try {
    return await attempt(() =>
      db.transaction('rw', db.highlights, async () => {
        for (let at = 0; at < after.length; at += CHUNK) {
          if (signal.aborted) throw new Withdrawn('cancelled');
          const records = after.slice(at, at + CHUNK);
          const stored = await db.highlights.bulkGet(records.map(({ id }) => id));
          const isPlanned = records.every((record, nth) => {
            const now: unknown = stored[nth];
            return now === undefined
              ? before[at + nth] === null
              : sameRecord(now, before[at + nth] ?? record);
          });
          if (!isPlanned) throw new Withdrawn('library-changed');
          await db.highlights.bulkPut(records);
          onProgress(Math.min(at + CHUNK, after.length), after.length);
        }
        if (signal.aborted) throw new Withdrawn('cancelled');
        return after.length;
      }),
    );
  } catch (error) {
    if (error instanceof Withdrawn) return err(error.reason);
    throw error;
  }
}

/** Equal in everything; the order of fields says nothing. */
function sameRecord(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([key, value]) => sameRecord(value, right.get(key)))
  );
}
