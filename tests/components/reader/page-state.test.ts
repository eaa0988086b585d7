import { describe, expect, it } from 'vitest';
import { frameOfMention, groupByDivision, mergeReports } from '@/components/reader/page-state';
import type { EntityBrief, PageReport } from '@/lib/model/views';
import { briefOf } from '@/tests/components/fixtures/cards';
import { AT_MOST_ONE_TRIP, ZHEJIANG, ZHELIBAN } from '@/tests/components/fixtures/entities';

function report(change: Partial<PageReport>): PageReport {
  return {
    url: 'https://www.zj.gov.cn/',
    title: '',
    pageKey: 'https://www.zj.gov.cn/',
    hostDivision: 'CN-ZJ',
    entities: [],
    highlights: [],
    state: 'ready',
    ...change,
  };
}

const named = (id: string, count: number, rivals: string[] = []) => ({
  id,
  kind: 'platform' as const,
  count,
  aside: 0,
  rivals,
});

describe('mergeReports', () => {
  it('adds up what frames name and joins their rivals', () => {
    const merged = mergeReports([
      report({ entities: [named('a', 2, ['x'])] }),
      report({ entities: [named('a', 3, ['y']), named('b', 1)] }),
    ]);
    expect(merged?.entities).toEqual([named('a', 5, ['x', 'y']), named('b', 1)]);
  });

  it('believes the frame that found a highlight', () => {
    const merged = mergeReports([
      report({ highlights: [{ state: 'missing', id: 'h', candidate: null }] }),
      report({ highlights: [{ state: 'found', id: 'h' }] }),
    ]);
    expect(merged?.highlights).toEqual([{ state: 'found', id: 'h' }]);
  });

  it('is still reading while one frame is', () => {
    expect(mergeReports([report({}), report({ state: 'reading' })])?.state).toBe('reading');
  });

  it('has nothing to say when no frame answers', () => {
    expect(mergeReports([])).toBeNull();
  });
});

describe('groupByDivision', () => {
  const shanghai: EntityBrief = {
    ...briefOf(ZHELIBAN),
    id: 'CN-SH/x',
    division: { id: 'CN-SH', names: ZHEJIANG.names },
  };
  const briefs = new Map(
    [briefOf(ZHEJIANG), briefOf(ZHELIBAN), briefOf(AT_MOST_ONE_TRIP), shanghai].map((brief) => [
      brief.id,
      brief,
    ]),
  );
  const entities = [
    named('CN-SH/x', 9),
    named('CN-ZJ/zuiduo-paoyici', 3),
    named('CN-ZJ/zheliban', 4, ['CN-SH/x', 'unknown']),
    named('CN-ZJ', 1),
    named('not in the dataset', 2),
  ];

  it('puts the page’s own division first, else the one named most', () => {
    const ids = (home: string | null) =>
      groupByDivision(entities, briefs, home).map(({ division }) => division.id);
    expect(ids('CN-ZJ')).toEqual(['CN-ZJ', 'CN-SH']);
    expect(ids(null)).toEqual(['CN-SH', 'CN-ZJ']);
  });

  it('begins each group with the division itself, then by count', () => {
    const [group] = groupByDivision(entities, briefs, 'CN-ZJ');
    expect(group!.entries.map(({ brief }) => brief.id)).toEqual([
      'CN-ZJ',
      'CN-ZJ/zheliban',
      'CN-ZJ/zuiduo-paoyici',
    ]);
    expect(group!.count).toBe(8);
  });

  it('shows rivals the dataset knows', () => {
    const [group] = groupByDivision(entities, briefs, 'CN-ZJ');
    expect(group!.entries[1]!.rivals.map(({ id }) => id)).toEqual(['CN-SH/x']);
  });
});

describe('frameOfMention', () => {
  const frames = [
    { frameId: 0, report: report({ entities: [named('a', 2)] }) },
    { frameId: 7, report: report({ entities: [named('a', 1)] }) },
  ];

  it.each([
    [0, { frameId: 0, nth: 0 }],
    [1, { frameId: 0, nth: 1 }],
    [2, { frameId: 7, nth: 0 }],
    [3, { frameId: 0, nth: 0 }],
  ])('counts through the frames and begins again: %s', (nth, place) => {
    expect(frameOfMention(frames, 'a', nth)).toEqual(place);
  });

  it('finds nothing where nothing is named', () => {
    expect(frameOfMention(frames, 'b', 0)).toBeNull();
  });
});
