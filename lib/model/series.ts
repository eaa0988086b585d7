import type { Metric } from './entity';

/** Figures with the same key count the same thing, at different times. */
export function seriesKey({ measure, unit, label }: Metric): string {
  return `${measure} ${unit} ${label.zh}`;
}

/** Those of an entity's figures that were counted more than once, so that growth can be seen. */
export function countedAgain(metrics: Metric[]): Metric[] {
  const keys = metrics.map(seriesKey);
  return metrics.filter(
    (_, at) => keys.indexOf(keys[at] ?? '') !== keys.lastIndexOf(keys[at] ?? ''),
  );
}
