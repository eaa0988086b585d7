import type { Metric } from '@/lib/model/entity';
import { seriesKey } from '@/lib/model/series';
import { figuresIn } from '@/lib/text/figures-in';

/** A figure that the page gives, and the newest of the same count. */
export interface ThenNow {
  former: Metric;
  latest: Metric;
}

/** A page that says 'over 10 million' may mean up to so much more. */
const AT_LEAST = 1.1;
/** Smaller counts occur by chance. */
const LEAST = 100;

/**
 * What a passage about an entity says of it that has changed since: its figures that the dataset has
 * as a series, with the newest of that series. Only the same count: the figure must be that of the
 * series, and the passage must say a word of what was counted. A reader of another language gets
 * none: labels are compared in Chinese.
 */
export function thenAndNow(passage: string, metrics: readonly Metric[]): ThenNow[] {
  const figures = figuresIn(passage).filter(({ value }) => value >= LEAST);
  const found = new Map<string, ThenNow>();
  for (const former of metrics) {
    const key = seriesKey(former);
    const series = metrics.filter((metric) => seriesKey(metric) === key);
    const latest = series.reduce((newest, each) => (each.asOf > newest.asOf ? each : newest));
    if (latest.asOf.slice(0, 4) <= former.asOf.slice(0, 4)) continue;
    const isSaid = figures.some(
      ({ value, isAtLeast }) =>
        value === former.value ||
        (isAtLeast && value <= former.value && former.value < value * AT_LEAST),
    );
    if (isSaid && namesCount(passage, former)) found.set(key, { former, latest });
  }
  return [...found.values()];
}

/** True when the passage has two characters of the label beside each other: 用户, 办件. */
function namesCount(passage: string, { label }: Metric): boolean {
  const signs = [...label.zh.replace(/[^\p{Script=Han}]/gu, '')];
  return signs.slice(1).some((sign, at) => passage.includes(`${signs[at]}${sign}`));
}
