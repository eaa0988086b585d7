import type { Measure } from '@/components/picture/measure-text';
import type { Scene } from '@/components/picture/scene';
import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { nameFor, textFor } from '@/components/text/names';
import { tierName } from '@/components/text/tiers';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division, EntityId } from '@/lib/model/entity';
import { writeValue } from '../map/measures';
import { bumpLines, bumpScene, type RankingSeries } from './bump';
import { lineScene } from './line-scene';
import type { ChartLine, ChartMeasure } from './lines';

/** A chart with all that is in it. */
export type Chart =
  | { kind: 'lines'; of: ChartMeasure; lines: ChartLine[] }
  | { kind: 'bump'; series: RankingSeries; divisions: readonly EntityId[] };

/** The chart as a picture, so many px across. */
export function chartScene(
  chart: Chart,
  divisions: readonly Division[],
  width: number,
  measure: Measure,
  prefs: ViewPrefs,
  t: Translate,
): Scene {
  if (chart.kind === 'lines') {
    const { of, lines } = chart;
    const unit = of === 'online-share' ? of : 'users';
    return lineScene({ lines, width, measure, write: (value) => writeValue(value, unit, prefs) });
  }
  const names = namesOf(divisions, prefs);
  return bumpScene({
    ...chart,
    width,
    nameOf: (id) => names.get(id) ?? id,
    tierOf: (tier) => tierName(tier, t),
  });
}

/** One value of a chart, in words. */
export interface ChartRow {
  key: string;
  entity: EntityId;
  name: string;
  counted: string;
  date: string;
  value: string;
  sources: string[];
}

/** All that is in a chart, as rows. */
export function chartRows(
  chart: Chart,
  divisions: readonly Division[],
  prefs: ViewPrefs,
  t: Translate,
): ChartRow[] {
  if (chart.kind === 'lines') {
    return chart.lines.flatMap(({ key, entity, name, counted, points }) =>
      points.map(({ metric }) => ({
        key: `${key} ${metric.asOf} ${metric.value}`,
        entity,
        name,
        counted,
        date: formatDate(metric.asOf, prefs.language),
        value: formatFigure(metric, prefs, t),
        sources: metric.sources,
      })),
    );
  }
  const names = namesOf(divisions, prefs);
  const byYear = new Map(chart.series.rankings.map((each) => [each.dataYear, each]));
  return bumpLines(chart.series, chart.divisions).flatMap(({ division, places }) =>
    places.map(({ year, row: { rank, tier, score } }) => {
      const ranking = byYear.get(year);
      const results = [
        rank === undefined ? '' : t('ranking_rank', { rank }),
        tier === undefined ? '' : tierName(tier, t),
        score === undefined ? '' : t('ranking_score', { score }),
      ];
      return {
        key: `${division} ${year}`,
        entity: division,
        name: names.get(division) ?? division,
        counted: ranking ? textFor(ranking.title, prefs) : '',
        date: String(year),
        value: results.filter(Boolean).join(' · '),
        sources: ranking?.sources ?? [],
      };
    }),
  );
}

function namesOf(divisions: readonly Division[], prefs: ViewPrefs): Map<EntityId, string> {
  return new Map(divisions.map(({ id, shortNames }) => [id, nameFor(shortNames, prefs)]));
}
