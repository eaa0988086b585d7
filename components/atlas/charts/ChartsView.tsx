import { useMemo } from 'preact/hooks';
import { divisionsOf } from '@/components/atlas/atlas-data';
import { DivisionPick } from '@/components/atlas/DivisionPick';
import { Choice } from '@/components/page/Choice';
import { Select } from '@/components/page/Select';
import { ExportBar, type PictureFormat } from '@/components/picture/ExportBar';
import { estimateText } from '@/components/picture/measure-text';
import { SceneSvg } from '@/components/picture/SceneSvg';
import { PAGE_PALETTE, type Scene } from '@/components/picture/scene';
import { textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { bumpLines, rankingSeries } from './bump';
import { ChartTable } from './ChartTable';
import { type Chart, chartScene } from './chart';
import { CHARTED, type ChartChoices } from './choices';
import { linesOf } from './lines';

interface ChartsViewProps {
  data: AtlasData;
  choices: ChartChoices;
  /** Px across there is room for. */
  width: number;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onChange(change: Partial<ChartChoices>): void;
  onSave(format: PictureFormat, chart: Chart): void;
}

/** What was counted over years, and where divisions stood in rankings. */
export function ChartsView(props: ChartsViewProps) {
  const { data, choices, width, prefs, t, onChange } = props;
  const { of, divisions } = choices;
  const all = useMemo(() => divisionsOf(data), [data]);
  const series = useMemo(() => rankingSeries(data.rankings), [data]);
  const chart = useMemo((): Chart | null => {
    if (of !== 'rankings') {
      const lines = linesOf(data, of, divisions, prefs);
      return lines.length > 0 ? { kind: 'lines', of, lines } : null;
    }
    const found = series.find(({ key }) => key === choices.series) ?? series[0];
    const named = found && bumpLines(found, divisions).length > 0;
    return named ? { kind: 'bump', series: found, divisions } : null;
  }, [data, of, divisions.join(), choices.series, prefs]);
  const scene: Scene | null = chart && chartScene(chart, all, width, estimateText, prefs, t);
  const title = of === 'rankings' ? t('compare_rankings') : t(`chart_${snake(of)}`);
  return (
    <section class="atlas-sheet" aria-labelledby="charts-head">
      <div class="view-head">
        <h1 id="charts-head" class="page-title">
          {t('charts_title')}
        </h1>
        {chart && <ExportBar t={t} onSave={(format) => props.onSave(format, chart)} />}
      </div>
      <Choice
        label={t('charts_of')}
        value={of}
        options={CHARTED.map((value) => ({
          value,
          label: value === 'rankings' ? t('compare_rankings') : t(`chart_${snake(value)}`),
        }))}
        onChange={(next) => onChange({ of: next })}
      />
      <DivisionPick
        {...{ all, prefs, t }}
        chosen={divisions}
        label={t('roadmap_choose', { count: divisions.length })}
        onChange={(next) => onChange({ divisions: next })}
      />
      {of === 'rankings' && (
        <Select
          label={t('charts_publisher')}
          value={choices.series ?? series[0]?.key ?? ''}
          options={series.map(({ key, rankings: [first] }) => ({
            value: key,
            label: first ? textFor(first.publisher, prefs) : key,
          }))}
          onChange={(key) => onChange({ series: key })}
        />
      )}
      {scene && chart ? (
        <>
          <figure class="chart-figure">
            <SceneSvg scene={scene} palette={PAGE_PALETTE} font="inherit" title={title} />
            <figcaption class="field-hint">
              {t(chart.kind === 'lines' ? 'charts_lines_note' : 'charts_bump_note')}
            </figcaption>
          </figure>
          <ChartTable chart={chart} divisions={all} {...{ prefs, t }} entityUrl={props.entityUrl} />
        </>
      ) : (
        <p class="field-hint">{t('charts_nothing')}</p>
      )}
    </section>
  );
}
