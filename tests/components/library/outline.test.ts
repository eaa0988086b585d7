import { describe, expect, it } from 'vitest';
import { FACETS, hasWords, searchedText, valuesOf, wordsOf } from '@/components/library/filter';
import { Outline } from '@/components/library/outline';
import type { Highlight } from '@/lib/model/highlight';
import { kept } from '../fixtures/library';

/** Oldest first. */
const HIGHLIGHTS = [
  kept('national', '国务院印发指导意见', {
    entities: ['CN/policy-guofa-2022-14'],
    tags: ['平台', '改革'],
    colour: 'blue',
    createdAt: '2026-05-01T08:00:00.000Z',
  }),
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
];

/** The outline of these, oldest first, as indices give it. */
function outlineOf(highlights: readonly Highlight[]): Outline {
  const outline = new Outline(
    highlights.map(({ id }) => id),
    highlights.at(-1)?.createdAt ?? '',
  );
  for (const facet of FACETS) {
    if (facet === 'division') continue;
    const groups = new Map<string, string[]>();
    for (const highlight of highlights) {
      for (const value of valuesOf(highlight, facet)) {
        groups.set(value, [...(groups.get(value) ?? []), highlight.id]);
      }
    }
    outline.divide(facet, groups);
  }
  return outline;
}

type Picked = Parameters<Outline['fitting']>[0];
const OUTLINE = outlineOf(HIGHLIGHTS);
const ids = (outline: Outline, ranks: number[]) => ranks.map((rank) => outline.idOf(rank));
const picked = (filter: Picked) => ids(OUTLINE, OUTLINE.fitting(filter, null));
const groups = (outline: Outline, ...[facet]: [Parameters<Outline['groupsAmong']>[1]]) =>
  outline.groupsAmong(outline.fitting({}, null), facet);
const search = (words: string) =>
  HIGHLIGHTS.filter((highlight) =>
    hasWords(searchedText(highlight, new Map()), wordsOf({ words, picked: {} })),
  ).map(({ id }) => id);

describe('the search', () => {
  it.each([
    ['simplified words find traditional text', '数据', ['traditional']],
    ['traditional words find simplified text', '國務院', ['national']],
    ['a wrong conversion on a page is found by the right name', '浙裏辦', ['zheliban']],
    ['notes are searched', '广东对照', ['zheliban']],
    ['titles are searched', '广东', ['zheliban', 'traditional']],
    ['tags are searched', '改革', ['national']],
    ['every word must be there', '广东 数据', ['traditional']],
    ['capital letters do not matter', 'ZJ.GOV.CN', ['national', 'zheliban', 'traditional']],
    ['nothing matches nothing', '青海', []],
    ['spaces alone leave everything', '  ', ['national', 'zheliban', 'traditional']],
  ])('%s', (_, words, found) => {
    expect(search(words)).toEqual(found);
  });
});

describe('an outline', () => {
  it.each([
    ['a page', { page: 'gd.gov.cn/a' }, ['traditional']],
    ['a division, by what belongs to it', { division: 'CN-GD' }, ['traditional']],
    ['the national level', { division: 'CN' }, ['national']],
    ['an entity', { entity: 'CN-ZJ/zheliban' }, ['zheliban']],
    ['a colour', { colour: 'blue' }, ['national', 'traditional']],
    ['a tag', { tag: '平台' }, ['national', 'zheliban']],
    ['a month', { month: '2026-05' }, ['national', 'zheliban']],
    ['a tag and a colour', { tag: '平台', colour: 'blue' }, ['national']],
    ['nothing that there is', { tag: '没有' }, []],
  ])('keeps what belongs to %s', (_, filter, found) => {
    expect(picked(filter)).toEqual(found);
  });

  it('keeps what was found of what is picked', () => {
    const found = new Set([1, 2]);
    expect(ids(OUTLINE, OUTLINE.fitting({ tag: '平台' }, found))).toEqual(['zheliban']);
  });

  it('leaves out the facet whose groups are counted, so that another can be picked', () => {
    const filter = { colour: 'blue', tag: '平台' };
    expect(ids(OUTLINE, OUTLINE.fitting(filter, null, 'colour'))).toEqual(['national', 'zheliban']);
  });

  it('counts a highlight once in each of its groups, the larger group first', () => {
    expect(groups(OUTLINE, 'tag')).toEqual([
      { key: '平台', count: 2 },
      { key: '改革', count: 1 },
    ]);
  });

  it('counts a division once for a highlight that names it and its platform', () => {
    expect(groups(OUTLINE, 'division')).toContainEqual({ key: 'CN-ZJ', count: 1 });
  });

  it('lists pages and months by the newest highlight, colours in their own order', () => {
    const keys = (facet: 'page' | 'month' | 'colour') =>
      groups(OUTLINE, facet).map(({ key }) => key);
    expect(keys('page')).toEqual(['gd.gov.cn/a', 'zj.gov.cn/art/1']);
    expect(keys('month')).toEqual(['2026-06', '2026-05']);
    expect(keys('colour')).toEqual(['yellow', 'blue']);
  });

  it('puts the newest or the oldest first', () => {
    const all = OUTLINE.fitting({}, null);
    expect(OUTLINE.ordered(all, 'newest')).toEqual(['traditional', 'zheliban', 'national']);
    expect(OUTLINE.ordered(all, 'oldest')).toEqual(['national', 'zheliban', 'traditional']);
  });

  it('lists the highlights of a page as they stand on it, those of no known place first', () => {
    const outline = outlineOf(HIGHLIGHTS);
    outline.place(['traditional', 'zheliban']);
    const all = outline.fitting({}, null);
    expect(outline.ordered(all, 'page')).toEqual(['traditional', 'national', 'zheliban']);
    outline.place(['zheliban', 'national', 'traditional']);
    expect(outline.ordered(all, 'page')).toEqual(['traditional', 'zheliban', 'national']);
  });

  it('takes in what becomes of a highlight: other tags, another colour, deleted, put back', () => {
    const outline = outlineOf(HIGHLIGHTS);
    const [national] = HIGHLIGHTS;
    if (!national) throw new Error('none');
    expect(outline.take({ ...national, tags: ['改革', '新'], colour: 'pink' })).toBe(true);
    expect(groups(outline, 'tag')).toEqual([
      { key: '平台', count: 1 },
      { key: '改革', count: 1 },
      { key: '新', count: 1 },
    ]);
    expect(groups(outline, 'colour').map(({ key }) => key)).toEqual(['yellow', 'blue', 'pink']);
    outline.leave('national');
    expect(outline.count).toBe(2);
    expect(groups(outline, 'division').map(({ key }) => key)).toEqual(['CN-GD', 'CN-ZJ']);
    expect(outline.take(national)).toBe(true);
    expect(outline.ordered(outline.fitting({}, null), 'oldest')[0]).toBe('national');
    expect(groups(outline, 'tag')[0]).toEqual({ key: '平台', count: 2 });
  });

  it('takes in a new one at its end, and says when one came that is older', () => {
    const outline = outlineOf(HIGHLIGHTS);
    const now = kept('now', '新', { tags: ['改革'], createdAt: '2026-07-01T00:00:00.000Z' });
    expect(outline.take(now)).toBe(true);
    expect(outline.ordered(outline.fitting({ tag: '改革' }, null), 'newest')).toEqual([
      'now',
      'national',
    ]);
    expect(outline.take({ ...now, id: 'old', createdAt: '2026-05-02T00:00:00.000Z' })).toBe(false);
  });

  it('is as it was after a note was written: nothing is worked out again', () => {
    const outline = outlineOf(HIGHLIGHTS);
    const [national] = HIGHLIGHTS;
    const { version } = outline;
    if (national) outline.take({ ...national, note: '另一条批注', revision: 2 });
    expect(outline.version).toBe(version);
  });

  it('of an empty library takes in the first', () => {
    const outline = new Outline([], '');
    expect(outline.take(kept('first', '一'))).toBe(true);
    expect(outline.count).toBe(1);
  });
});
