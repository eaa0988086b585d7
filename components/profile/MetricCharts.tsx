import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { langFor, nameFor } from '@/components/text/names';
import { SourceNote } from '@/components/text/SourceNote';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';
import { MetricChart } from './MetricChart';
import type { MetricSeries } from './metric-series';

interface MetricChartsProps {
  series: MetricSeries[];
  sources: Source[];
  prefs: ViewPrefs;
  t: Translate;
}

/** The figures of an entity: what was counted, the newest value, how it came there. */
export function MetricCharts({ series: all, sources, prefs, t }: MetricChartsProps) {
  return (
    <ul class="metrics">
      {all.map((series, at) => {
        const goesOn = series.of !== null && series.of === all[at - 1]?.of;
        return (
          <li
            key={`${series.of?.zhHans} ${series.label.zh} ${series.unit}`}
            data-goes-on={goesOn || undefined}
          >
            <Series series={series} named={!goesOn} sources={sources} prefs={prefs} t={t} />
          </li>
        );
      })}
    </ul>
  );
}

interface SeriesProps extends Omit<MetricChartsProps, 'series'> {
  series: MetricSeries;
  /** False where the line before is of the same platform: its name is seen there. */
  named: boolean;
}

function Series({ series, named, sources, prefs, t }: SeriesProps) {
  const latest = series.points.at(-1);
  if (!latest) return null;
  return (
    <figure class="metric">
      <figcaption>
        <span class="metric-label">
          {series.of && (
            <b class={named ? undefined : 'unseen'} lang={langFor(prefs)}>
              {nameFor(series.of, prefs)}
            </b>
          )}
          <Words of={series.label} prefs={prefs} />
        </span>
        <span class="metric-value">{formatFigure(latest, prefs, t)}</span>
        <span class="metric-date">
          <time dateTime={latest.asOf}>{formatDate(latest.asOf, prefs.language, 'month')}</time>
          {latest.claim && <span class="fact-claim">{t('card_claim')}</span>}
        </span>
        <SourceNote
          sources={latest.sources.flatMap((id) => sources.find((each) => each.id === id) ?? [])}
          linked
          most={1}
          prefs={prefs}
          t={t}
        />
      </figcaption>
      {series.points.length > 1 && <MetricChart series={series} prefs={prefs} t={t} />}
    </figure>
  );
}
