import type { Highlight, Period } from '@/lib/model/highlight';
import { parseHighlight, parseSearched, type Searched } from '@/lib/parse/highlight-schema';
import { lastSequence } from './changes';
import type { GovGlossDb } from './db';
import { readTally } from './tally';
import { readUnreadable } from './unreadable';

/** Ids of highlights by a value that they have, each list in the order of ids. */
export type IdsByValue = Map<string, string[]>;

/** What the library is without reading it: its order, and how much there is. */
export interface Head {
  /** Every highlight that can be read, oldest first. */
  ids: string[];
  /** When the last of them was kept, ISO 8601; '' where there is none. */
  newest: string;
  /** How many rows beside them cannot be read. */
  unreadable: number;
  /** The number of the last change. */
  sequence: number;
}

/** Reads ids from the index of dates: a record costs ten times as much. */
export function readHead(db: GovGlossDb): Promise<Head> {
  return db.transaction('r', [db.highlights, db.meta], async () => {
    const [ids, unreadable, sequence] = await Promise.all([
      db.highlights.orderBy('createdAt').primaryKeys(),
      readUnreadable(db),
      lastSequence(db),
    ]);
    const left = new Set(unreadable);
    const readable = left.size > 0 ? ids.filter((id) => !left.has(id)) : ids;
    const last = parseHighlight(await db.highlights.get(readable.at(-1) ?? ''));
    return {
      ids: readable,
      newest: last.ok ? last.value.createdAt : '',
      unreadable: left.size,
      sequence,
    };
  });
}

/** What is seen before `readHead` is done. */
export interface Newest {
  /** Newest first. */
  newest: Highlight[];
  /** Of all that can be read. */
  count: number;
}

/** The newest highlights, with the number of all. */
export function readNewest(db: GovGlossDb, most: number): Promise<Newest> {
  return db.transaction('r', [db.highlights, db.meta], async () => {
    const [rows, count, unreadable] = await Promise.all([
      db.highlights.orderBy('createdAt').reverse().limit(most).toArray(),
      countRows(db),
      readUnreadable(db),
    ]);
    return { newest: rows.flatMap(parsed), count: count - unreadable.length };
  });
}

/** How many highlights there are on each of some pages. */
export async function countOnPages(
  db: GovGlossDb,
  keys: readonly string[],
): Promise<{ key: string; count: number }[]> {
  return db.transaction('r', db.highlights, () =>
    Promise.all(
      keys.map(async (key) => ({
        key,
        count: await db.highlights.where('pageKey').equals(key).count(),
      })),
    ),
  );
}

/** Rows in all, as counted with each change: browsers count a table by going through it. */
async function countRows(db: GovGlossDb): Promise<number> {
  return (await readTally(db))?.count ?? db.highlights.count();
}

/** Ids by the one value that each record has in an index; two lists of keys, whatever their number. */
export function idsByOne(db: GovGlossDb, index: 'pageKey' | 'colour'): Promise<IdsByValue> {
  return db.transaction('r', db.highlights, async () => {
    const groups: { key: string; first: string }[] = [];
    const [ids] = await Promise.all([
      db.highlights.orderBy(index).primaryKeys(),
      db.highlights.orderBy(index).eachUniqueKey((key, { primaryKey }) => {
        groups.push({ key: String(key), first: primaryKey });
      }),
    ]);
    const byValue: IdsByValue = new Map();
    let at = 0;
    for (const [nth, { key }] of groups.entries()) {
      const next = groups[nth + 1]?.first;
      const start = at;
      while (at < ids.length && ids[at] !== next) at++;
      byValue.set(key, ids.slice(start, at));
    }
    return byValue;
  });
}

/** Ids by each of the values that a record has in an index. */
export function idsByMany(db: GovGlossDb, index: 'entities' | 'tags'): Promise<IdsByValue> {
  return db.transaction('r', db.highlights, async () => {
    const keys = await db.highlights.orderBy(index).uniqueKeys();
    const lists = await Promise.all(
      keys.map((key) => db.highlights.where(index).equals(key).primaryKeys()),
    );
    return new Map(keys.map((key, nth) => [String(key), lists[nth] ?? []]));
  });
}

/** Ids by the stretch of time in which they were kept; two lists of keys a stretch in which there are any. */
export function idsByPeriod(
  db: GovGlossDb,
  periodOf: (moment: string) => Period,
): Promise<IdsByValue> {
  return db.transaction('r', db.highlights, async () => {
    const byPeriod: IdsByValue = new Map();
    const createdAt = () => db.highlights.where('createdAt');
    for (let from = ''; ; ) {
      const [first] = await createdAt().aboveOrEqual(from).limit(1).keys();
      if (typeof first !== 'string') return byPeriod;
      const { key, end } = periodOf(first);
      // As texts moments in other zones may stand after the end of theirs.
      const next = end > first ? end : `${first}\0`;
      const ids = await createdAt().between(from, next).primaryKeys();
      byPeriod.set(key, [...(byPeriod.get(key) ?? []), ...ids]);
      from = next;
    }
  });
}

/** Ids page by page, on each as its highlights stand there; those whose place is not known are not among them. */
export function idsByPlace(db: GovGlossDb): Promise<string[]> {
  return db.highlights.orderBy('[pageKey+selectors.position.start]').primaryKeys();
}

/** Highlights by id; without those that are not there, or cannot be read. */
export async function highlightsById(db: GovGlossDb, ids: readonly string[]): Promise<Highlight[]> {
  return (await db.highlights.bulkGet([...ids])).flatMap(parsed);
}

/** Some of the library, as a search reads it. */
export interface SearchedPart {
  highlights: Searched[];
  /** The last id of this part; null where there is no other after it. */
  last: string | null;
}

/**
 * What is searched of highlights, in the order of ids, from the first after one: stretches of records
 * are read several times as fast as so many single ones, and their other fields stay unparsed.
 */
export async function searchedAfter(
  db: GovGlossDb,
  after: string,
  most: number,
): Promise<SearchedPart> {
  const rows = await db.highlights.where(':id').above(after).limit(most).toArray();
  const highlights = rows.flatMap((row) => parseSearched(row) ?? []);
  return { highlights, last: idOf(rows[most - 1]) };
}

function idOf(row: unknown): string | null {
  const isRecord = typeof row === 'object' && row !== null && 'id' in row;
  return isRecord && typeof row.id === 'string' ? row.id : null;
}

/** So many changes are told one by one; an import is sooner read anew. */
const MOST_CHANGES = 50;

/** What changed in the library. */
export interface Changes {
  /** The number of the last change. */
  sequence: number;
  /** As they are now. */
  changed: Highlight[];
  /** Ids of those deleted. */
  gone: string[];
  /** Highlights that can be read, in all, and rows that cannot. */
  count: number;
  unreadable: number;
}

/** What changed since a change of that number; null where it is too much to be told. */
export function changesSince(db: GovGlossDb, sequence: number): Promise<Changes | null> {
  return db.transaction('r', [db.highlights, db.tombstones, db.meta], async () => {
    const since = db.highlights.where('sequence').above(sequence);
    const graves = db.tombstones.where('[kind+sequence]');
    const buried = graves.between(
      ['highlight', sequence],
      ['highlight', Number.POSITIVE_INFINITY],
      false,
    );
    const most = MOST_CHANGES + 1;
    const [rows, gone, last, count, unreadable] = await Promise.all([
      since.limit(most).toArray(),
      buried.limit(most).primaryKeys(),
      lastSequence(db),
      countRows(db),
      readUnreadable(db),
    ]);
    if (rows.length + gone.length > MOST_CHANGES) return null;
    return {
      sequence: last,
      changed: rows.flatMap(parsed),
      gone,
      count: count - unreadable.length,
      unreadable: unreadable.length,
    };
  });
}

function parsed(row: unknown): Highlight[] {
  const highlight = parseHighlight(row);
  return highlight.ok ? [highlight.value] : [];
}
