import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, type Highlight, monthOf } from '@/lib/model/highlight';
import {
  changesSince,
  idsByMany,
  idsByOne,
  idsByPeriod,
  idsByPlace,
  readHead,
  readNewest,
} from '@/lib/store/by-index';
import { changeHighlight, removeHighlight, restoreHighlight } from '@/lib/store/change-highlights';
import { GovGlossDb } from '@/lib/store/db';
import { changeLibrary } from '@/lib/store/library';
import { settle } from '@/lib/store/settle';
import { kept } from '../../components/fixtures/library';

let db: GovGlossDb;
beforeEach(() => {
  db = new GovGlossDb(`by-index-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const NOW = new Date('2026-08-01T08:00:00Z');
const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;

/** Ids and dates in no order. */
const MANY: Highlight[] = Array.from({ length: 60 }, (_, nth) =>
  kept(`h${(nth * 37) % 60}`, `第${nth}条`, {
    pageKey: `zj.gov.cn/${nth % 7}`,
    colour: COLOURS[nth % 4] ?? 'yellow',
    tags: nth % 3 === 0 ? ['甲', '乙'] : nth % 3 === 1 ? ['乙'] : [],
    entities: nth % 2 ? ['CN-ZJ', 'CN-ZJ/zheliban'] : [],
    createdAt: new Date(Date.UTC(2026, (nth * 11) % 5, 1 + nth / 3, 12)).toISOString(),
    selectors: {
      quote: { type: 'TextQuoteSelector', exact: `第${nth}条`, prefix: '', suffix: '' },
      ...(nth % 5 && {
        position: { type: 'TextPositionSelector' as const, start: 900 - nth, end: 903 - nth },
      }),
    },
  }),
);
const bring = (add: Highlight[]) =>
  changeLibrary(
    db,
    { add, replace: [] },
    { signal: new AbortController().signal, onProgress() {} },
  );

/** What reading every record says. */
function grouped(of: (highlight: Highlight) => string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const each of MANY) {
    for (const value of of(each)) groups.set(value, [...(groups.get(value) ?? []), each.id].sort());
  }
  return groups;
}
const sorted = (groups: Map<string, string[]>) =>
  new Map([...groups].map(([key, ids]) => [key, [...ids].sort()]));

describe('the library by its indices', () => {
  beforeEach(() => bring(MANY));

  it('has the groups that reading every record gives', async () => {
    expect(sorted(await idsByOne(db, 'pageKey'))).toEqual(grouped(({ pageKey }) => [pageKey]));
    expect(sorted(await idsByOne(db, 'colour'))).toEqual(grouped(({ colour }) => [colour]));
    expect(sorted(await idsByMany(db, 'tags'))).toEqual(grouped(({ tags }) => tags));
    expect(sorted(await idsByMany(db, 'entities'))).toEqual(grouped(({ entities }) => entities));
    for (const periodOf of [monthOf, dayOf]) {
      expect(sorted(await idsByPeriod(db, periodOf))).toEqual(
        grouped(({ createdAt }) => [periodOf(createdAt).key]),
      );
    }
  });

  it('has the order of dates and of places', async () => {
    const dates = new Map(MANY.map(({ id, createdAt }) => [id, createdAt]));
    const { ids } = await readHead(db);
    expect(ids).toHaveLength(60);
    const inOrder = ids.map((id) => dates.get(id) ?? '');
    expect(inOrder).toEqual([...inOrder].sort());
    const onFirst = MANY.filter(
      ({ pageKey, selectors }) => pageKey.endsWith('/0') && selectors.position,
    );
    const placed = await idsByPlace(db);
    expect(placed.slice(0, onFirst.length)).toEqual(onFirst.map(({ id }) => id).reverse());
    expect(placed).toHaveLength(48);
  });

  it('tells the newest first, and how many there are', async () => {
    const { ids } = await readHead(db);
    const { newest, count } = await readNewest(db, 5);
    expect(newest.map(({ id }) => id)).toEqual(ids.reverse().slice(0, 5));
    expect(count).toBe(60);
  });

  it('tells what was changed, deleted and put back since, and nothing else', async () => {
    const { sequence } = await readHead(db);
    await changeHighlight(db, 'h1', { note: '记' }, NOW);
    const removed = await removeHighlight(db, 'h2', NOW);
    const first = await changesSince(db, sequence);
    expect(first?.changed.map(({ id, note }) => [id, note])).toEqual([['h1', '记']]);
    expect(first).toMatchObject({ gone: ['h2'], count: 59 });
    if (removed.ok) await restoreHighlight(db, removed.value);
    const then = await changesSince(db, first?.sequence ?? 0);
    expect(then?.changed.map(({ id }) => id)).toEqual(['h2']);
    expect(then).toMatchObject({ gone: [], count: 60 });
  });

  it('says when too much was changed to tell one by one', async () => {
    const { sequence } = await readHead(db);
    await bring(Array.from({ length: 600 }, (_, nth) => kept(`new${nth}`, '新')));
    expect(await changesSince(db, sequence)).toBeNull();
  });
});

describe('rows that cannot be read', () => {
  const later = { id: 'later', pageKey: 'x', createdAt: '2026-07-01T00:00:00.000Z', quote: 1 };

  it('are told and left out, once the two copies were compared', async () => {
    await bring(MANY.slice(0, 3));
    await db.highlights.bulkPut([later, { id: 'torn' }]);
    await settle(db, true);
    const { ids, unreadable } = await readHead(db);
    expect(ids).toHaveLength(3);
    expect(unreadable).toBe(2);
    expect((await readNewest(db, 10)).count).toBe(3);
  });

  it('are told when they come with a backup', async () => {
    await bring(MANY.slice(0, 3));
    const change = { add: [], replace: [], unreadable: [{ id: 'later', row: later }] };
    const options = { signal: new AbortController().signal, onProgress() {} };
    await changeLibrary(db, change, options);
    expect(await readHead(db)).toMatchObject({ unreadable: 1 });
  });
});

it('dates in other zones, or of no moment, stop nobody', async () => {
  await bring([
    kept('zone', '一', { createdAt: '2026-05-01T02:00:00+14:00' }),
    kept('far', '二', { createdAt: '9999-12-31T12:00:00.000Z' }),
    kept('plain', '三', { createdAt: '2026-05-01T12:00:00.000Z' }),
  ]);
  await db.highlights.put({ id: 'odd', createdAt: 'once upon a time' });
  const months = await idsByPeriod(db, monthOf);
  expect(months.get('2026-04')).toEqual(['zone']);
  expect(months.get('2026-05')).toEqual(['plain']);
  expect(months.get('9999-12')).toEqual(['far']);
  const days = await idsByPeriod(db, dayOf);
  expect(days.get('2026-04-30')).toEqual(['zone']);
  expect(days.get('9999-12-31')).toEqual(['far']);
});
