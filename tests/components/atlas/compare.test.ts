import { describe, expect, it } from 'vitest';
import {
  type CompareColumn,
  compareTable,
  firstDirection,
  sortRows,
} from '@/components/atlas/compare';
import type { Ranking } from '@/lib/model/dataset';
import type { Division, Metric, Platform } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { ZHEJIANG } from '../fixtures/entities';

function division(id: string, code: string, type: Division['type'] = 'province'): Division {
  return { ...ZHEJIANG, id, code, type, metrics: [] };
}

function metric(value: number, asOf: string, more: Partial<Metric> = {}): Metric {
  return {
    measure: 'users',
    value,
    unit: 'people',
    label: { zh: '注册用户', en: 'registered users' },
    asOf,
    sources: ['a'],
    ...more,
  };
}

function platform(id: string, of: string, metrics: Metric[]): Platform {
  const names = { zhHans: id, zhHant: id, pinyin: id, en: id };
  const text = { zh: id, en: id };
  return {
    id,
    kind: 'platform',
    division: of,
    names,
    aliases: [],
    formerNames: [],
    summary: text,
    description: text,
    facts: [],
    metrics,
    relations: [],
    types: ['app'],
    operator: null,
    launched: null,
    url: null,
    status: 'current',
    confidence: 'sourced',
  };
}

function ranking(id: string, dataYear: number, results: Ranking['results']): Ranking {
  const text = { zh: id, en: id };
  return {
    id,
    title: text,
    publisher: text,
    published: '2022',
    dataYear,
    method: text,
    results,
    sources: ['a'],
    confidence: 'sourced',
  };
}

const RANKED = ranking('ranked', 2021, [
  { division: 'CN-ZJ', rank: 2 },
  { division: 'CN-BJ', tier: '优秀' },
  { division: 'CN-GD', rank: 1 },
]);
const SCORED = ranking('scored', 2019, [
  { division: 'CN-ZJ', score: 96.73 },
  { division: 'CN-GD', score: 90 },
  { division: 'CN-BJ', score: 92 },
]);
const LONELY = ranking('lonely', 2023, [{ division: 'CN-GD', rank: 1 }]);

const DATA: AtlasData = {
  version: '2026.11.23',
  entities: [
    division('CN-GD', '440000'),
    division('CN-ZJ', '330000'),
    division('CN', '', 'nation'),
    division('CN-BJ', '110000', 'municipality'),
    platform('CN-ZJ/zheliban', 'CN-ZJ', [
      metric(27_000_000, '2019-12'),
      metric(120_000_000, '2024-08'),
      metric(900_000_000, '2025-01', { claim: true }),
      metric(3_000_000, '2025-02', { label: { zh: '日活跃用户', en: 'daily users' } }),
    ]),
    platform('CN-GD/yueshengshi', 'CN-GD', [metric(184_000_000, '2023-12')]),
  ],
  rankings: [SCORED, RANKED, LONELY],
  sources: [],
};

const figures = compareTable(DATA, 'figures');
const rankings = compareTable(DATA, 'rankings');
const column = (table: typeof figures, key: string): CompareColumn => {
  const found = table.columns.find((each) => each.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
};
const order = (table: typeof figures, key: string, direction: 'ascending' | 'descending') =>
  sortRows(table.rows, column(table, key), direction).map((row) => row.division.id);

describe('compareTable', () => {
  it('has a row for each division in the usual order, and none for the nation', () => {
    expect(figures.rows.map((row) => row.division.id)).toEqual(['CN-BJ', 'CN-ZJ', 'CN-GD']);
  });

  it('shows the newest count of what a division has most of, and no claim', () => {
    const cell = figures.rows[1]?.cells.get('users');
    expect(cell).toMatchObject({ of: 'CN-ZJ/zheliban', metric: { value: 120_000_000 } });
  });

  it('says nothing where nothing was counted, and counts none as none', () => {
    expect(figures.rows[0]?.cells.has('users')).toBe(false);
    expect(figures.rows[0]?.cells.get('platform')).toEqual({ kind: 'count', count: 0 });
  });

  it('lists rankings the newest first, and leaves out those that compare nobody', () => {
    expect(rankings.columns.map(({ key }) => key)).toEqual(['ranked', 'scored']);
  });
});

describe('sortRows', () => {
  it.each([
    ['figures, the largest first', figures, 'users', 'descending', ['CN-GD', 'CN-ZJ', 'CN-BJ']],
    ['figures, the smallest first', figures, 'users', 'ascending', ['CN-ZJ', 'CN-GD', 'CN-BJ']],
    ['ranks before a tier', rankings, 'ranked', 'ascending', ['CN-GD', 'CN-ZJ', 'CN-BJ']],
    ['scores', rankings, 'scored', 'descending', ['CN-ZJ', 'CN-BJ', 'CN-GD']],
  ] as const)('sorts %s; who has nothing comes last', (_, table, key, direction, ids) => {
    expect(order(table, key, direction)).toEqual(ids);
  });

  it('begins with the best: the first rank, the highest score, the most', () => {
    expect(firstDirection(column(rankings, 'ranked'))).toBe('ascending');
    expect(firstDirection(column(rankings, 'scored'))).toBe('descending');
    expect(firstDirection(column(figures, 'users'))).toBe('descending');
  });
});
