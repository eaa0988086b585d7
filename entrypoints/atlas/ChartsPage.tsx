import { divisionsOf } from '@/components/atlas/atlas-data';
import { atlasFragment, type Choices } from '@/components/atlas/atlas-route';
import { ChartsView } from '@/components/atlas/charts/ChartsView';
import { type Chart, chartRows, chartScene } from '@/components/atlas/charts/chart';
import { chartChoices, parseChartChoices } from '@/components/atlas/charts/choices';
import { footOf } from '@/components/picture/caption';
import type { PictureFormat } from '@/components/picture/ExportBar';
import { textFor } from '@/components/text/names';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { writeTable } from '@/lib/interchange/write-csv';
import { snake } from '@/lib/language/translate';
import { datedName } from '@/lib/library/backup';
import { logError } from '@/lib/messages/error-log';
import type { AtlasData } from '@/lib/model/views';
import { savePicture } from './save-picture';
import { today } from './today';
import { useNarrow } from './use-narrow';

interface ChartsPageProps extends View {
  data: AtlasData;
  choices: Choices;
  onChoices(choices: Choices): void;
}

/** Px across: pages scale it to their width, a narrow one is drawn with less beside each other. */
const WIDTH = { wide: 960, narrow: 360 };

/** Figures and rankings over years. */
export function ChartsPage({ data, choices: given, onChoices, prefs, t }: ChartsPageProps) {
  const choices = parseChartChoices(given);
  const narrow = useNarrow();
  const save = async (format: PictureFormat, chart: Chart) => {
    const name = datedName('chart', format, new Date());
    const divisions = divisionsOf(data);
    const rows = chartRows(chart, divisions, prefs, t);
    const cited = new Set(rows.flatMap(({ sources }) => sources));
    const sources = data.sources.filter(({ id }) => cited.has(id));
    const foot = footOf(data.version, today(), sources, prefs, t);
    if (format === 'csv') {
      const head = ['id', 'name', 'counted', 'date', 'value', 'sources'];
      const publishers = new Map(sources.map(({ id, publisher }) => [id, publisher]));
      const cells = rows.map((row) => [
        row.entity,
        row.name,
        row.counted,
        row.date,
        row.value,
        row.sources.flatMap((id) => publishers.get(id) ?? []).join('; '),
      ]);
      const text = writeTable([head, ...cells, ...foot.map((line) => [line])]);
      return saveFile(name, text, 'text/csv');
    }
    const [ranking] = chart.kind === 'bump' ? chart.series.rankings : [];
    const title =
      chart.kind === 'lines'
        ? t(`chart_${snake(chart.of)}`)
        : `${t('compare_rankings')} · ${ranking ? textFor(ranking.publisher, prefs) : ''}`;
    const lines = [t(chart.kind === 'lines' ? 'charts_lines_note' : 'charts_bump_note')];
    await savePicture(format, name, { title, lines, foot }, (measure) =>
      chartScene(chart, divisions, WIDTH.wide, measure, prefs, t),
    );
  };
  return (
    <ChartsView
      data={data}
      choices={choices}
      width={narrow ? WIDTH.narrow : WIDTH.wide}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      onChange={(change) => onChoices(chartChoices({ ...choices, ...change }))}
      onSave={(format, chart) =>
        void save(format, chart).catch((error) => logError(error, 'saving a chart'))
      }
    />
  );
}
