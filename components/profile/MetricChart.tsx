import { formatDate, yearOf } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { type ChartBox, chartPoints, type MetricSeries } from './metric-series';

interface MetricChartProps {
  series: MetricSeries;
  prefs: ViewPrefs;
  t: Translate;
}

const BOX: ChartBox = { width: 150, height: 52, inset: 5 };

/** A small line of one series; its values are read out as a list. */
export function MetricChart({ series, prefs, t }: MetricChartProps) {
  const points = chartPoints(series, BOX);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const sameYear = yearOf(first.metric.asOf) === yearOf(last.metric.asOf);
  const detail = sameYear ? 'month' : 'year';
  const said = points
    .map(
      ({ metric }) =>
        `${formatDate(metric.asOf, prefs.language, 'month')} ${formatFigure(metric, prefs, t)}`,
    )
    .join('; ');
  return (
    <svg
      class="metric-chart"
      viewBox={`0 0 ${BOX.width} ${BOX.height + 14}`}
      role="img"
      aria-label={said}
    >
      <line class="chart-ground" x1={0} x2={BOX.width} y1={BOX.height} y2={BOX.height} />
      <polyline class="chart-line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y, metric }) => (
        <circle key={metric.asOf} cx={x} cy={y} r={metric === last.metric ? 3.5 : 2.5}>
          <title>
            {formatDate(metric.asOf, prefs.language, 'month')} {formatFigure(metric, prefs, t)}
          </title>
        </circle>
      ))}
      <text class="chart-date" x={0} y={BOX.height + 12}>
        {formatDate(first.metric.asOf, prefs.language, detail)}
      </text>
      <text class="chart-date" x={BOX.width} y={BOX.height + 12} text-anchor="end">
        {formatDate(last.metric.asOf, prefs.language, detail)}
      </text>
    </svg>
  );
}
