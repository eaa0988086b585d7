import { byDivision, type DivisionEntities } from '@/components/atlas/atlas-data';
import { MEASURES, type MetricCell, mainMetric } from '@/components/atlas/compare';
import type { Ranking, RankingRow } from '@/lib/model/dataset';
import type { Division, EntityId, Platform, Policy } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';

/** What platforms of divisions are matched by: what each is for. */
export const MATCHED_PLATFORMS = [
  'app',
  'portal',
  'office',
  'cloud',
  'data',
  'hotline',
  'terminal',
  'network',
  'assistant',
  'organisation',
] as const;
export type MatchedPlatform = (typeof MATCHED_PLATFORMS)[number];

/** A row of the comparison: the same question put to each division; null where it has no answer. */
export type MatchedRow =
  | { kind: 'platform'; key: string; of: MatchedPlatform; cells: (Platform[] | null)[] }
  | { kind: 'metric'; key: string; of: (typeof MEASURES)[number]; cells: (MetricCell | null)[] }
  | { kind: 'policy'; key: string; year: string; cells: (Policy[] | null)[] }
  | { kind: 'ranking'; key: string; ranking: Ranking; cells: (RankingRow | null)[] };

export interface Matched {
  divisions: Division[];
  rows: MatchedRow[];
}

/** A hotline by its name: the dataset has no type of its own for them. */
const HOTLINE = /12345|热线|熱線/;

/** The chosen divisions side by side; only rows in which one of them has something. */
export function matched(data: AtlasData, chosen: readonly EntityId[]): Matched {
  const known = byDivision(data);
  const each = chosen.flatMap((id) => known.get(id) ?? []);
  const rows = [
    ...platformRows(each),
    ...metricRows(each),
    ...policyRows(each),
    ...rankingRows(each, data.rankings),
  ];
  return {
    divisions: each.map(({ division }) => division),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
}

function platformRows(each: readonly DivisionEntities[]): MatchedRow[] {
  return MATCHED_PLATFORMS.map((of) => ({
    kind: 'platform',
    key: of,
    of,
    cells: each.map(({ entities }) => {
      const found = entities.filter(
        (entity): entity is Platform => entity.kind === 'platform' && isFor(entity, of),
      );
      return found.length > 0 ? found.sort(byLaunch) : null;
    }),
  }));
}

function isFor({ types, names }: Platform, of: MatchedPlatform): boolean {
  const isHotline = HOTLINE.test(names.zhHans);
  switch (of) {
    case 'hotline':
      return isHotline;
    case 'app':
      return !isHotline && (types.includes('app') || types.includes('mini-program'));
    default:
      return !isHotline && types.includes(of);
  }
}

function byLaunch(a: Platform, b: Platform): number {
  return (a.launched ?? '9999').localeCompare(b.launched ?? '9999');
}

function metricRows(each: readonly DivisionEntities[]): MatchedRow[] {
  return MEASURES.map((of) => ({
    kind: 'metric',
    key: of,
    of,
    cells: each.map(({ division, entities }) => mainMetric([division, ...entities], of)),
  }));
}

/** The newest year first. */
function policyRows(each: readonly DivisionEntities[]): MatchedRow[] {
  const documents = each.map(({ entities }) =>
    entities.filter((entity): entity is Policy => entity.kind === 'policy' && entity.date !== null),
  );
  const years = new Set(documents.flat().map(yearOfPolicy));
  return [...years]
    .sort()
    .reverse()
    .map((year) => ({
      kind: 'policy',
      key: `policy ${year}`,
      year,
      cells: documents.map((all) => {
        const found = all.filter((policy) => yearOfPolicy(policy) === year);
        return found.length > 0 ? found : null;
      }),
    }));
}

function yearOfPolicy({ date }: Policy): string {
  return date?.slice(0, 4) ?? '';
}

/** A ranking that names one of several compares nothing. */
function rankingRows(
  each: readonly DivisionEntities[],
  rankings: readonly Ranking[],
): MatchedRow[] {
  const least = Math.min(2, each.length);
  return [...rankings]
    .sort((a, b) => b.dataYear - a.dataYear)
    .map((ranking) => ({
      kind: 'ranking' as const,
      key: ranking.id,
      ranking,
      cells: each.map(
        ({ division }) => ranking.results.find((row) => row.division === division.id) ?? null,
      ),
    }))
    .filter(({ cells }) => cells.filter((cell) => cell !== null).length >= least);
}
