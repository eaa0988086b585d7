import { ENTITY_KINDS, type EntityId, type EntityKind, type SourceGrade } from '@/lib/model/entity';
import { nameKey } from '@/lib/text/name-key';
import type { Choices } from '../atlas-route';
import type { BrowseRow } from './rows';

export const BROWSE_GRADES: readonly SourceGrade[] = [
  'official',
  'press',
  'paper',
  'reference',
  'single',
];

/** What an entity is asked to have. */
export const BROWSE_HAS = ['number', 'figures'] as const;
type BrowseHas = (typeof BROWSE_HAS)[number];

export const BROWSE_COLUMNS = ['name', 'division', 'date'] as const;
export type BrowseColumn = (typeof BROWSE_COLUMNS)[number];

/** What the table is narrowed to and sorted by; its address says it. Null is any. */
export interface BrowseChoices {
  words: string;
  kind: EntityKind | null;
  division: EntityId | null;
  /** Four digits, or `none` for what has no date. */
  year: string | null;
  has: BrowseHas | null;
  grade: SourceGrade | null;
  sort: { by: BrowseColumn; down: boolean };
}

export function parseBrowseChoices(given: Choices): BrowseChoices {
  const sort = given.s ?? 'division';
  const by = BROWSE_COLUMNS.find((column) => sort.replace('-', '') === column);
  return {
    words: given.q ?? '',
    kind: ENTITY_KINDS.find((kind) => kind === given.k) ?? null,
    division: given.d ?? null,
    year: given.y && /^(\d{4}|none)$/.test(given.y) ? given.y : null,
    has: BROWSE_HAS.find((has) => has === given.n) ?? null,
    grade: BROWSE_GRADES.find((grade) => grade === given.g) ?? null,
    sort: { by: by ?? 'division', down: sort.startsWith('-') },
  };
}

export function browseChoices(of: BrowseChoices): Choices {
  const { by, down } = of.sort;
  const sort = `${down ? '-' : ''}${by}`;
  const given = { q: of.words, k: of.kind, d: of.division, y: of.year, n: of.has, g: of.grade };
  return {
    ...Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]),
    ),
    ...(sort === 'division' ? {} : { s: sort }),
  };
}

/** The rows that have all that is chosen, in the chosen order. */
export function browse(rows: readonly BrowseRow[], choices: BrowseChoices): BrowseRow[] {
  const words = choices.words
    .split(/[\s,，、]+/)
    .map(nameKey)
    .filter(Boolean);
  const found = rows.filter(
    (row) => has(row, choices) && words.every((word) => row.words.includes(word)),
  );
  const [first] = words;
  if (!first || choices.sort.by !== 'division') return sorted(found, choices.sort);
  // What is called so comes before what only speaks of it.
  const isCalled = ({ name }: BrowseRow) => nameKey(name).includes(first);
  return [...found.filter(isCalled), ...found.filter((row) => !isCalled(row))];
}

function has(row: BrowseRow, { kind, division, year, has: wanted, grade }: BrowseChoices): boolean {
  if (kind && row.entity.kind !== kind) return false;
  if (division && row.division !== division) return false;
  if (year && (row.date?.slice(0, 4) ?? 'none') !== year) return false;
  if (wanted === 'number' && !row.hasNumber) return false;
  if (wanted === 'figures' && !row.hasFigures) return false;
  return !grade || row.grades.has(grade);
}

/** Those without a date come last either way; equals keep the order of the dataset. */
function sorted(rows: BrowseRow[], { by, down }: BrowseChoices['sort']): BrowseRow[] {
  const way = down ? -1 : 1;
  if (by === 'division') return down ? rows.toReversed() : rows;
  if (by === 'name') return rows.toSorted((a, b) => a.name.localeCompare(b.name) * way);
  return rows.toSorted((a, b) => {
    if (!a.date || !b.date) return Number(!a.date) - Number(!b.date);
    return (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) * way;
  });
}
