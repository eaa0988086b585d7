import { parseHighlight } from '@/lib/parse/highlight-schema';

/** One record of the reader's after a change, as it goes into database and journal. */
export interface Entry {
  /** All own entries are one record: an edit of them replaces all. */
  table: 'highlights' | 'own-entries';
  /** The highlight's; '' for own entries. */
  id: string;
  revision: number;
  /** The number of the change that made it so; 0 when it was last written by 0.1.0. */
  sequence: number;
  /** The row as the database has it; null for one that was deleted. */
  row: object | null;
  /** ISO 8601; of deleted ones. */
  deletedAt?: string;
}

/** What is written, before the change has its number. */
export type Unnumbered = Omit<Entry, 'sequence'>;

/** Names a record in the journal. */
export function keyOf({ table, id }: Pick<Entry, 'table' | 'id'>): string {
  return `${table} ${id}`;
}

function field(row: object, name: string): unknown {
  return (row as Record<string, unknown>)[name];
}

/** The revision a row says of itself; 1 where it says none. Also of rows that cannot be read. */
export function revisionOf(row: object): number {
  const revision = field(row, 'revision');
  return typeof revision === 'number' && revision >= 1 ? revision : 1;
}

/** A highlight's row as an entry. */
export function entryOf(id: string, row: object): Entry {
  const sequence = field(row, 'sequence');
  return {
    table: 'highlights',
    id,
    revision: revisionOf(row),
    sequence: typeof sequence === 'number' ? sequence : 0,
    row,
  };
}

/** A highlight, deleted. */
export function graveOf(id: string, revision: number, now: Date): Unnumbered {
  return { table: 'highlights', id, revision, row: null, deletedAt: now.toISOString() };
}

/** Equal as what is stored; the order of fields says nothing. */
export function isSameRow(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([key, value]) => isSameRow(value, right.get(key)))
  );
}

/**
 * The later of two states of one record. More revisions are later, and a deletion counts as one; of
 * as many the one that can be read, then the one changed later, then the first; of own entries the
 * second.
 */
export function laterOf(a: Entry, b: Entry): Entry {
  if (a.revision !== b.revision) return a.revision > b.revision ? a : b;
  if (a.table === 'own-entries') return b;
  const [left, right] = [parseHighlight(a.row), parseHighlight(b.row)];
  if (left.ok !== right.ok) return left.ok ? a : b;
  const moment = (read: typeof left) => (read.ok ? Date.parse(read.value.modifiedAt) : 0);
  return moment(right) > moment(left) ? b : a;
}
