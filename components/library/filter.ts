import { HIGHLIGHT_COLOURS } from '@/lib/model/highlight';
import { foldText } from '@/lib/text/fold';
import type { LibraryRecord } from './record';

/** By what the library can be divided. */
export const FACETS = ['page', 'division', 'entity', 'month', 'tag', 'colour'] as const;
export type Facet = (typeof FACETS)[number];

export const ORDERS = ['newest', 'oldest', 'page'] as const;
export type Order = (typeof ORDERS)[number];

/** What of the library is shown. Every word must be found, every picked value must fit. */
export interface LibraryFilter {
  words: string;
  picked: Partial<Record<Facet, string>>;
}

export const WHOLE_LIBRARY: LibraryFilter = { words: '', picked: {} };

/** One value of a facet with the number of highlights that have it. */
export interface FacetGroup {
  key: string;
  count: number;
}

/** The values a record has of a facet. */
function valuesOf({ highlight, divisions, month }: LibraryRecord, facet: Facet): string[] {
  switch (facet) {
    case 'page':
      return [highlight.pageKey];
    case 'division':
      return divisions;
    case 'entity':
      return highlight.entities;
    case 'month':
      return [month];
    case 'tag':
      return highlight.tags;
    case 'colour':
      return [highlight.colour];
  }
}

/** The records that the filter lets through, in their order. `except` leaves one facet out. */
export function filterRecords(
  records: readonly LibraryRecord[],
  filter: LibraryFilter,
  except?: Facet,
): LibraryRecord[] {
  const words = foldText(filter.words).split(/\s+/).filter(Boolean);
  const picked = FACETS.flatMap((facet) => {
    const value = filter.picked[facet];
    return value === undefined || facet === except ? [] : [{ facet, value }];
  });
  return records.filter(
    (record) =>
      words.every((word) => record.text.includes(word)) &&
      picked.every(({ facet, value }) => valuesOf(record, facet).includes(value)),
  );
}

/**
 * The values of a facet among the records with their counts: colours in their own order, months
 * and pages the newest first, the others by how many there are.
 */
export function groupsOf(records: readonly LibraryRecord[], facet: Facet): FacetGroup[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const value of valuesOf(record, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const groups = [...counts].map(([key, count]) => ({ key, count }));
  switch (facet) {
    case 'colour':
      return HIGHLIGHT_COLOURS.flatMap((colour) => groups.find(({ key }) => key === colour) ?? []);
    case 'month':
      return groups.sort((a, b) => compareText(b.key, a.key));
    case 'page': {
      const newest = newestByPage(records);
      return groups.sort((a, b) => compareText(newest.get(b.key) ?? '', newest.get(a.key) ?? ''));
    }
    default:
      return groups.sort((a, b) => b.count - a.count || compareText(a.key, b.key));
  }
}

/** Records in the chosen order. `page`: the page kept from last first, its highlights as they stand on it. */
export function orderRecords(records: readonly LibraryRecord[], order: Order): LibraryRecord[] {
  const created = ({ highlight }: LibraryRecord) => highlight.createdAt;
  const sorted = [...records];
  switch (order) {
    case 'newest':
      return sorted.sort((a, b) => compareText(created(b), created(a)));
    case 'oldest':
      return sorted.sort((a, b) => compareText(created(a), created(b)));
    case 'page': {
      const newest = newestByPage(records);
      const page = ({ highlight }: LibraryRecord) => newest.get(highlight.pageKey) ?? '';
      const place = ({ highlight }: LibraryRecord) => highlight.selectors.position?.start ?? 0;
      return sorted.sort(
        (a, b) =>
          compareText(page(b), page(a)) ||
          compareText(a.highlight.pageKey, b.highlight.pageKey) ||
          place(a) - place(b),
      );
    }
  }
}

function newestByPage(records: readonly LibraryRecord[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { highlight } of records) {
    const { pageKey, createdAt } = highlight;
    if (createdAt > (newest.get(pageKey) ?? '')) newest.set(pageKey, createdAt);
  }
  return newest;
}

/** By code unit: quick, and the same everywhere. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
