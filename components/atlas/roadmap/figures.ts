import { langFor, nameFor, textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { divisionOf, type Entity, type Metric } from '@/lib/model/entity';
import { seriesKey } from '@/lib/model/series';
import type { EntryBase } from './entry-base';
import { stretchOf } from './time';

/** A figure; those of one series count the same thing. */
export interface Figure extends EntryBase {
  kind: 'figure';
  metric: Metric;
  series: string;
}

/** The figures of an entity that were counted more than once: one alone is no series. */
export function figuresOf(entity: Entity, prefs: ViewPrefs): Figure[] {
  const counted = new Map<string, number>();
  for (const metric of entity.metrics) {
    const key = seriesKey(metric);
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return entity.metrics.flatMap((metric) => {
    const stretch = stretchOf(metric.asOf);
    const series = seriesKey(metric);
    if (!stretch || metric.claim || (counted.get(series) ?? 0) < 2) return [];
    const what = `${nameFor(entity.names, prefs)} · ${textFor(metric.label, prefs)}`;
    return [
      {
        ...stretch,
        kind: 'figure' as const,
        key: `${entity.id} ${series} ${metric.asOf} ${metric.value}`,
        lane: divisionOf(entity),
        entity: entity.id,
        date: metric.asOf,
        label: what,
        text: what,
        lang: langFor(prefs),
        sources: metric.sources,
        metric,
        series: `${entity.id} ${series}`,
      },
    ];
  });
}
