import type { Ranking, RankingRow } from '@/lib/model/dataset';
import {
  type Division,
  type EntityId,
  type Metric,
  type MetricMeasure,
  OWNED_KINDS,
  type OwnedKind,
} from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { byDivision, type DivisionEntities } from './atlas-data';

/** A figure, and what it is of. */
export interface MetricCell {
  kind: 'metric';
  metric: Metric;
  of: EntityId;
}

/** What a cell shows; null where the dataset says nothing. */
export type CompareCell =
  | { kind: 'count'; count: number }
  | MetricCell
  | { kind: 'ranking'; row: RankingRow };

/** A column: what is compared. */
export type CompareColumn =
  | { key: string; kind: 'count'; of: OwnedKind }
  | { key: string; kind: 'metric'; measure: (typeof MEASURES)[number] }
  | { key: string; kind: 'ranking'; ranking: Ranking };

export interface CompareRow {
  division: Division;
  /** By the column's key. */
  cells: Map<string, CompareCell>;
}

export interface CompareTable {
  columns: CompareColumn[];
  rows: CompareRow[];
}

/** Figures that mean the same in every division, so that they can stand in one column. */
export const MEASURES = ['users', 'items', 'online-share'] as const satisfies MetricMeasure[];

/** A ranking that names fewer divisions compares nothing; it stands in their profiles. */
export const FEWEST_RANKED = 3;

export type CompareGroup = 'figures' | 'rankings';

/** The divisions beside each other: how much is known of each and its main figures, or its rankings. */
export function compareTable(data: AtlasData, group: CompareGroup): CompareTable {
  const columns = group === 'figures' ? figureColumns() : rankingColumns(data.rankings);
  const rows = [...byDivision(data).values()]
    .filter(({ division }) => division.type !== 'nation')
    .map((each) => ({ division: each.division, cells: cellsOf(each, columns) }));
  return { columns, rows };
}

function figureColumns(): CompareColumn[] {
  return [
    ...OWNED_KINDS.map((of) => ({ key: of, kind: 'count', of }) as const),
    ...MEASURES.map((measure) => ({ key: measure, kind: 'metric', measure }) as const),
  ];
}

function rankingColumns(rankings: readonly Ranking[]): CompareColumn[] {
  return rankings
    .filter(({ results }) => results.length >= FEWEST_RANKED)
    .sort((a, b) => b.dataYear - a.dataYear)
    .map((ranking) => ({ key: ranking.id, kind: 'ranking', ranking }));
}

function cellsOf(
  of: DivisionEntities,
  columns: readonly CompareColumn[],
): Map<string, CompareCell> {
  return new Map(
    columns.flatMap((column) => {
      const cell = cellOf(of, column);
      return cell ? [[column.key, cell] as const] : [];
    }),
  );
}

function cellOf(
  { division, entities }: DivisionEntities,
  column: CompareColumn,
): CompareCell | null {
  switch (column.kind) {
    case 'count':
      return { kind: 'count', count: entities.filter(({ kind }) => kind === column.of).length };
    case 'metric':
      return mainMetric([division, ...entities], column.measure);
    case 'ranking': {
      const row = column.ranking.results.find((result) => result.division === division.id);
      return row ? { kind: 'ranking', row } : null;
    }
  }
}

/**
 * The figure that says most: of all that was counted of a measure in a division, the newest count
 * of each thing, and of those the largest.
 */
export function mainMetric(
  entities: readonly { id: EntityId; metrics: Metric[] }[],
  measure: MetricMeasure,
): MetricCell | null {
  const newest = new Map<string, { metric: Metric; of: EntityId }>();
  for (const { id, metrics } of entities) {
    for (const metric of metrics) {
      if (metric.measure !== measure || metric.claim) continue;
      const counted = `${id} ${metric.label.zh}`;
      const before = newest.get(counted);
      if (!before || metric.asOf > before.metric.asOf) newest.set(counted, { metric, of: id });
    }
  }
  const [main] = [...newest.values()].sort((a, b) => b.metric.value - a.metric.value);
  return main ? { kind: 'metric', ...main } : null;
}

export type Direction = 'ascending' | 'descending';

/** The way a column is sorted at the first press: best first. */
export function firstDirection(column: CompareColumn): Direction {
  const byScore =
    column.kind === 'ranking' &&
    column.ranking.results.every(({ rank, tier }) => rank === undefined && tier === undefined);
  return column.kind === 'ranking' && !byScore ? 'ascending' : 'descending';
}

/**
 * Rows by a column; those it says nothing of stay at the end in either direction, equals stay as
 * they were. Ranked rows come before those that have only a tier, tiers in the publisher's order.
 */
export function sortRows(
  rows: readonly CompareRow[],
  column: CompareColumn,
  direction: Direction,
): CompareRow[] {
  const way = direction === 'ascending' ? 1 : -1;
  const values = new Map(
    rows.map((row) => [row, sortValue(row.cells.get(column.key) ?? null, column)]),
  );
  return [...rows].sort((a, b) => {
    const [left, right] = [values.get(a) ?? null, values.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (left - right) * way;
  });
}

/** A rank is a small number; tiers and scores without a rank come after all ranks. */
const AFTER_RANKS = 1000;

function sortValue(cell: CompareCell | null, column: CompareColumn): number | null {
  if (!cell) return null;
  switch (cell.kind) {
    case 'count':
      return cell.count;
    case 'metric':
      return cell.metric.value;
    case 'ranking': {
      if (column.kind !== 'ranking') return null;
      const { rank, score, tier } = cell.row;
      if (firstDirection(column) === 'descending') return score ?? null;
      if (rank !== undefined) return rank;
      if (score !== undefined) return AFTER_RANKS - score;
      return 2 * AFTER_RANKS + tierOrder(column.ranking, tier);
    }
  }
}

/** The place of a tier in the publisher's own order: that in which its results name them. */
function tierOrder({ results }: Ranking, tier: string | undefined): number {
  return [...new Set(results.map((row) => row.tier))].indexOf(tier);
}
