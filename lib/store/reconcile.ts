import { type Entry, isSameRow, keyOf, laterOf } from './entry';
import type { Recorded } from './journal';
import type { StoredState } from './stored-entries';

/** What makes database and journal equal. */
export interface Reconciled {
  /** The number of the last change, then. */
  sequence: number;
  /** Every record as it is to be in both. */
  all: Entry[];
  /** What the database lacks. */
  toDatabase: Entry[];
  /** Highlights among them that had been confirmed once, and were missing or torn. */
  restored: number;
  /** The journal lacks nothing. */
  isRecorded: boolean;
}

/**
 * Decides record by record which copy's state is the later one: by revisions, in which a deletion
 * counts as a change, so that nothing deleted comes back. Where 0.1.0 was in between, which counts
 * nothing and has no journal, the database is right: what it lacks was deleted there, and rows
 * without a number were changed there.
 */
export function reconcile(stored: StoredState, recorded: Recorded | null): Reconciled {
  const noted = recorded?.entries ?? new Map<string, Entry>();
  const isSame = stored.library !== null && stored.library === recorded?.library;
  const wasReleased = isSame && stored.wasReleased;
  const last = Math.max(stored.sequence, recorded?.sequence ?? 0);
  const next = last + 1;
  const [all, toDatabase]: [Entry[], Entry[]] = [[], []];
  let isRecorded = true;
  const take = (entry: Entry, isStored: boolean, isNoted: boolean) => {
    all.push(entry);
    if (!isStored) toDatabase.push(entry);
    isRecorded &&= isNoted;
  };

  const seen = new Set<string>();
  for (const entry of stored.entries) {
    const key = keyOf(entry);
    const other = noted.get(key);
    seen.add(key);
    if (other && isEqual(entry, other)) take(entry, true, true);
    else if (!other) take(entry, true, false);
    else if (wasReleased && isReleased(entry)) take(stamped(entry, other, next), false, false);
    else {
      const later = laterOf(entry, other);
      take(later, later === entry, later === other);
    }
  }
  for (const [key, other] of noted) {
    if (seen.has(key)) continue;
    if (wasReleased && other.row) take(stamped({ ...other, row: null }, other, next), false, false);
    else take(other, false, true);
  }

  // One change that was under way when its worker died was confirmed to nobody.
  const isUnfinished = ({ sequence }: Entry) =>
    isSame && last === stored.sequence + 1 && sequence === last;
  const restored = toDatabase.filter(
    (entry) =>
      entry.table === 'highlights' &&
      entry.row !== null &&
      entry.sequence <= last &&
      !isUnfinished(entry),
  ).length;
  const isStamped = all.some(({ sequence }) => sequence === next);
  return { sequence: isStamped ? next : last, all, toDatabase, restored, isRecorded };
}

function isEqual(a: Entry, b: Entry): boolean {
  return a.revision === b.revision && isSameRow(a.row, b.row);
}

/** True for what 0.1.0 wrote: it takes our numbers off. Own entries have theirs elsewhere. */
function isReleased({ table, sequence, row }: Entry): boolean {
  return table === 'own-entries' || (sequence === 0 && row !== null);
}

/** A change that 0.1.0 made, with the number and revision that it did not give. */
function stamped(entry: Entry, before: Entry, sequence: number): Entry {
  const revision = entry.table === 'own-entries' ? sequence : before.revision + 1;
  const isRow = entry.table === 'highlights' && entry.row;
  const row = isRow ? { ...entry.row, revision, sequence } : entry.row;
  const deleted = row === null ? { deletedAt: '' } : {};
  return { ...entry, revision, sequence, row, ...deleted };
}
