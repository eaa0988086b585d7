import { describe, expect, it } from 'vitest';
import {
  filterRecords,
  groupsOf,
  type LibraryFilter,
  orderRecords,
  WHOLE_LIBRARY,
} from '@/components/library/filter';
import { recordsOf } from '@/components/library/record';
import { kept } from '../fixtures/library';

const RECORDS = recordsOf([
  kept('zheliban', '“浙里办”注册用户不断增加', {
    entities: ['CN-ZJ/zheliban', 'CN-ZJ'],
    tags: ['平台'],
    note: '与广东对照',
    createdAt: '2026-05-03T08:00:00.000Z',
  }),
  kept('traditional', '數據共享，讓數據多跑路', {
    pageKey: 'gd.gov.cn/a',
    title: '廣東的做法',
    colour: 'blue',
    entities: ['CN-GD/yueshengshi'],
    createdAt: '2026-06-10T08:00:00.000Z',
  }),
  kept('national', '国务院印发指导意见', {
    entities: ['CN/policy-guofa-2022-14'],
    tags: ['平台', '改革'],
    colour: 'blue',
    createdAt: '2026-05-01T08:00:00.000Z',
  }),
]);

const ids = (records: typeof RECORDS) => records.map(({ highlight }) => highlight.id);
const search = (words: string) => ids(filterRecords(RECORDS, { ...WHOLE_LIBRARY, words }));
const picked = (filter: LibraryFilter['picked']) =>
  ids(filterRecords(RECORDS, { words: '', picked: filter }));

describe('filterRecords', () => {
  it.each([
    ['simplified words find traditional text', '数据', ['traditional']],
    ['traditional words find simplified text', '國務院', ['national']],
    ['a wrong conversion on a page is found by the right name', '浙裏辦', ['zheliban']],
    ['notes are searched', '广东对照', ['zheliban']],
    ['titles are searched', '广东', ['zheliban', 'traditional']],
    ['tags are searched', '改革', ['national']],
    ['every word must be there', '广东 数据', ['traditional']],
    ['capital letters do not matter', 'ZJ.GOV.CN', ['zheliban', 'traditional', 'national']],
    ['nothing matches nothing', '青海', []],
    ['spaces alone leave everything', '  ', ['zheliban', 'traditional', 'national']],
  ])('%s', (_, words, found) => {
    expect(search(words)).toEqual(found);
  });

  it.each([
    ['a page', { page: 'gd.gov.cn/a' }, ['traditional']],
    ['a division, by what belongs to it', { division: 'CN-GD' }, ['traditional']],
    ['the national level', { division: 'CN' }, ['national']],
    ['an entity', { entity: 'CN-ZJ/zheliban' }, ['zheliban']],
    ['a colour', { colour: 'blue' }, ['traditional', 'national']],
    ['a tag', { tag: '平台' }, ['zheliban', 'national']],
    ['a month', { month: '2026-05' }, ['zheliban', 'national']],
    ['a tag and a colour', { tag: '平台', colour: 'blue' }, ['national']],
  ])('keeps what belongs to %s', (_, filter, found) => {
    expect(picked(filter)).toEqual(found);
  });

  it('leaves out the facet whose groups are counted, so that another can be picked', () => {
    const filter = { words: '', picked: { colour: 'blue', tag: '平台' } };
    expect(ids(filterRecords(RECORDS, filter, 'colour'))).toEqual(['zheliban', 'national']);
  });
});

describe('groupsOf', () => {
  it('counts a highlight once in each of its groups, the larger group first', () => {
    expect(groupsOf(RECORDS, 'tag')).toEqual([
      { key: '平台', count: 2 },
      { key: '改革', count: 1 },
    ]);
  });

  it('counts a division once for a highlight that names it and its platform', () => {
    expect(groupsOf(RECORDS, 'division')).toContainEqual({ key: 'CN-ZJ', count: 1 });
  });

  it('lists pages and months by the newest highlight, colours in their own order', () => {
    expect(groupsOf(RECORDS, 'page').map(({ key }) => key)).toEqual([
      'gd.gov.cn/a',
      'zj.gov.cn/art/1',
    ]);
    expect(groupsOf(RECORDS, 'month').map(({ key }) => key)).toEqual(['2026-06', '2026-05']);
    expect(groupsOf(RECORDS, 'colour').map(({ key }) => key)).toEqual(['yellow', 'blue']);
  });
});

describe('orderRecords', () => {
  it('puts the newest or the oldest first', () => {
    expect(ids(orderRecords(RECORDS, 'newest'))).toEqual(['traditional', 'zheliban', 'national']);
    expect(ids(orderRecords(RECORDS, 'oldest'))).toEqual(['national', 'zheliban', 'traditional']);
  });

  it('lists the highlights of a page as they stand on it', () => {
    const at = (id: string, start: number) =>
      kept(id, '浙里办', {
        selectors: {
          quote: { type: 'TextQuoteSelector', exact: '浙里办', prefix: '', suffix: '' },
          position: { type: 'TextPositionSelector', start, end: start + 3 },
        },
      });
    expect(ids(orderRecords(recordsOf([at('later', 90), at('first', 4)]), 'page'))).toEqual([
      'first',
      'later',
    ]);
  });
});

describe('recordsOf', () => {
  it('works out an unchanged highlight once', () => {
    const highlight = kept('one', '浙里办');
    expect(recordsOf([highlight])[0]).toBe(recordsOf([highlight])[0]);
  });
});
