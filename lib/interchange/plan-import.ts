import type { Highlight } from '@/lib/model/highlight';
import type { Incoming, Malformed, Unreadable } from './incoming';
import { isSameRecord } from './record';

/** A highlight as the library has it and as the file has it. */
export interface Difference {
  before: Highlight;
  after: Highlight;
}

/** What an import would do, by what becomes of each entry; nothing is written yet. */
export interface ImportPlan {
  new: Highlight[];
  /** The file's is newer and the library's was never changed since it was made. */
  changed: Difference[];
  /** They differ, and the library's was changed too or is the newer one. */
  conflicting: Difference[];
  unchanged: Highlight[];
  malformed: Malformed[];
  /** Parts of entries that are not taken over with them. */
  leftOut: Incoming['leftOut'];
  /** Rows that nobody can read here and that the library has not got: they are put there as they are. */
  unreadable: readonly Unreadable[];
}

/** Which of two conflicting highlights stays. */
export type ConflictChoice = 'newer' | 'mine' | 'theirs';

/**
 * Compares a file with the library. Importing the same file again after its plan was applied finds
 * everything unchanged.
 */
export function planImport(existing: readonly Highlight[], incoming: Incoming): ImportPlan {
  const library = new Map(existing.map((highlight) => [highlight.id, highlight]));
  const plan: ImportPlan = {
    new: [],
    changed: [],
    conflicting: [],
    unchanged: [],
    malformed: incoming.malformed,
    leftOut: incoming.leftOut,
    unreadable: (incoming.unreadable ?? []).filter(({ id }) => !library.has(id)),
  };
  for (const highlight of incoming.highlights) {
    const before = library.get(highlight.id);
    if (!before) {
      plan.new.push(highlight);
      continue;
    }
    const after = incoming.undated.has(highlight.id) ? datedAs(highlight, before) : highlight;
    if (isSameRecord(before, after)) plan.unchanged.push(before);
    else if (isNewer(after, before) && isUntouched(before)) plan.changed.push({ before, after });
    else plan.conflicting.push({ before, after });
  }
  return plan;
}

/** The records to write, once the reader has said what becomes of conflicts. */
export function changesOf(
  plan: ImportPlan,
  choice: ConflictChoice,
): { add: Highlight[]; replace: Difference[]; unreadable: readonly Unreadable[] } {
  const taken = plan.conflicting.filter(
    ({ before, after }) => choice === 'theirs' || (choice === 'newer' && isNewer(after, before)),
  );
  return { add: plan.new, replace: [...plan.changed, ...taken], unreadable: plan.unreadable };
}

function datedAs(highlight: Highlight, { createdAt, modifiedAt }: Highlight): Highlight {
  return { ...highlight, createdAt, modifiedAt };
}

/**
 * The one that was changed later. Revisions count changes, and two machines count apart: they decide
 * only between states of the same moment, as a clock that was set back leaves them.
 */
function isNewer(a: Highlight, b: Highlight): boolean {
  const between = Date.parse(a.modifiedAt) - Date.parse(b.modifiedAt);
  return between > 0 || (between === 0 && a.revision > b.revision);
}

function isUntouched({ createdAt, modifiedAt, revision }: Highlight): boolean {
  return createdAt === modifiedAt && revision === 1;
}
