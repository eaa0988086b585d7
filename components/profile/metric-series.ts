import { timeOf } from '@/components/text/dates';
import type { BilingualText, Metric, Names } from '@/lib/model/entity';
import { seriesKey } from '@/lib/model/series';
import type { ProfileData } from '@/lib/model/views';

/** Figures that count the same thing, oldest first. */
export interface MetricSeries {
  /** The platform they are of, where that is not the profile's own entity. */
  of: Names | null;
  label: BilingualText;
  unit: Metric['unit'];
  points: Metric[];
}

/** Figures grouped by what was counted; the longest series first, then the editors' order. */
export function seriesOf(metrics: Metric[], of: Names | null = null): MetricSeries[] {
  const series = new Map<string, MetricSeries>();
  for (const metric of metrics) {
    const key = seriesKey(metric);
    const own = series.get(key) ?? { of, label: metric.label, unit: metric.unit, points: [] };
    own.points.push(metric);
    series.set(key, own);
  }
  for (const each of series.values()) {
    each.points.sort((a, b) => timeOf(a.asOf) - timeOf(b.asOf));
  }
  return [...series.values()].sort((a, b) => b.points.length - a.points.length);
}

/**
 * What the figures of a profile are: the entity's own, and for a division those of its platforms
 * that were counted more than once, which is how its reach can be seen to grow.
 */
export function profileSeries({ entity, owned }: ProfileData): MetricSeries[] {
  const grown = owned
    .filter(({ kind }) => kind === 'platform')
    .flatMap((platform) => seriesOf(platform.metrics, platform.names))
    .filter((series) => series.points.length > 1);
  return [...seriesOf(entity.metrics), ...grown];
}

/** What says most at a glance, the first first. */
const TELLING: readonly Metric['measure'][] = ['users', 'cases', 'items', 'visits', 'online-share'];

/**
 * The figures a profile opens with: users before cases and items, those that grew before single
 * ones, the newest before older ones. Claims are no figures to begin with.
 */
export function keyFigures(series: MetricSeries[], most: number): MetricSeries[] {
  const place = ({ points }: MetricSeries) => {
    const at = TELLING.indexOf(points[0]?.measure ?? 'other');
    return at < 0 ? TELLING.length : at;
  };
  const newest = ({ points }: MetricSeries) => points.at(-1)?.asOf ?? '';
  return series
    .filter(({ points }) => !points.at(-1)?.claim)
    .sort(
      (a, b) =>
        Number(b.points.length > 1) - Number(a.points.length > 1) ||
        place(a) - place(b) ||
        newest(b).localeCompare(newest(a)),
    )
    .slice(0, most);
}

/** A point of a chart, in its own pixels. */
export interface ChartPoint {
  x: number;
  y: number;
  metric: Metric;
}

/** The space a chart draws in, in pixels; `inset` keeps the dots inside it. */
export interface ChartBox {
  width: number;
  height: number;
  inset: number;
}

/**
 * Places a series: time runs along x as it truly passed, values up from zero (a share up to 100).
 * Figures that start at zero cannot make a small rise look steep.
 */
export function chartPoints(series: MetricSeries, box: ChartBox): ChartPoint[] {
  const times = series.points.map((point) => timeOf(point.asOf));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const top =
    series.unit === 'percent' ? 100 : Math.max(...series.points.map((point) => point.value));
  const width = box.width - 2 * box.inset;
  const height = box.height - 2 * box.inset;
  return series.points.map((metric, at) => ({
    x: box.inset + (span === 0 ? width / 2 : (((times[at] ?? first) - first) / span) * width),
    y: box.inset + height * (1 - (top === 0 ? 0 : metric.value / top)),
    metric,
  }));
}
