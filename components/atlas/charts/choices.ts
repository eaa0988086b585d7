import type { EntityId } from '@/lib/model/entity';
import { ARTICLE_2020 } from '../article-2020';
import type { Choices } from '../atlas-route';
import { CHART_MEASURES, type ChartMeasure } from './lines';

/** What is charted: one of the measures, or places in rankings. */
export const CHARTED = [...CHART_MEASURES, 'rankings'] as const;

export interface ChartChoices {
  of: ChartMeasure | 'rankings';
  divisions: readonly EntityId[];
  /** The key of a series of rankings; the first where it is none. */
  series: string | null;
}

export function parseChartChoices(given: Choices): ChartChoices {
  return {
    of: CHARTED.find((each) => each === given.m) ?? 'users',
    divisions: given.d === undefined ? ARTICLE_2020 : given.d.split(',').filter(Boolean),
    series: given.p ?? null,
  };
}

export function chartChoices({ of, divisions, series }: ChartChoices): Choices {
  return {
    ...(of === 'users' ? {} : { m: of }),
    ...(divisions.join() === ARTICLE_2020.join() ? {} : { d: divisions.join(',') }),
    ...(series ? { p: series } : {}),
  };
}
