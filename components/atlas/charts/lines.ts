import { grouped } from '@/components/atlas/atlas-data';
import { langFor, nameFor, textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { divisionOf, type Entity, type EntityId, type Metric } from '@/lib/model/entity';
import { seriesKey } from '@/lib/model/series';
import type { AtlasData } from '@/lib/model/views';
import { middleOf, stretchOf } from '../roadmap/time';

/** What is charted: counts that mean the same wherever they are counted, each with what was counted. */
export const CHART_MEASURES = ['users', 'items', 'cases', 'online-share'] as const;
export type ChartMeasure = (typeof CHART_MEASURES)[number];

/** One thing counted several times. */
export interface ChartLine {
  key: string;
  entity: EntityId;
  name: string;
  /** What was counted. */
  counted: string;
  lang: string;
  /** The earliest first; `at` in years. */
  points: { at: number; metric: Metric }[];
}

/** More lines than these cannot be told apart. */
const MOST_LINES = 10;

/**
 * What was counted twice or more of a measure in the chosen divisions; the longest first, no more
 * than can be told apart. Claims are left out.
 */
export function linesOf(
  data: AtlasData,
  measure: ChartMeasure,
  divisions: readonly EntityId[],
  prefs: ViewPrefs,
): ChartLine[] {
  return data.entities
    .filter((entity) => divisions.includes(divisionOf(entity)))
    .flatMap((entity) => linesIn(entity, measure, prefs))
    .sort((a, b) => b.points.length - a.points.length || top(b) - top(a))
    .slice(0, MOST_LINES);
}

function linesIn(entity: Entity, measure: ChartMeasure, prefs: ViewPrefs): ChartLine[] {
  const metrics = entity.metrics.filter((metric) => metric.measure === measure && !metric.claim);
  return [...grouped(metrics, seriesKey)].flatMap(([key, all]) => {
    const points = all
      .flatMap((metric) => {
        const stretch = stretchOf(metric.asOf);
        return stretch ? [{ at: middleOf(stretch), metric }] : [];
      })
      .sort((a, b) => a.at - b.at);
    const [first] = points;
    if (!first || points.length < 2) return [];
    return [
      {
        key: `${entity.id} ${key}`,
        entity: entity.id,
        name: nameFor(entity.kind === 'division' ? entity.shortNames : entity.names, prefs),
        counted: textFor(first.metric.label, prefs),
        lang: langFor(prefs),
        points,
      },
    ];
  });
}

function top({ points }: ChartLine): number {
  return Math.max(...points.map(({ metric }) => metric.value));
}
