import { langFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division, EntityId } from '@/lib/model/entity';
import { type Chart, chartRows } from './chart';

interface ChartTableProps {
  chart: Chart;
  divisions: readonly Division[];
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
}

/** Every value of the chart, with what was counted: in sight, for a chart alone does not say it. */
export function ChartTable({ chart, divisions, prefs, t, entityUrl }: ChartTableProps) {
  return (
    <section class="table-scroll" aria-label={t('charts_title')}>
      <table class="behind-table">
        <thead>
          <tr>
            <th scope="col">{t('column_name')}</th>
            <th scope="col">{t('charts_counted')}</th>
            <th scope="col">{t('column_date')}</th>
            <th scope="col">{t('charts_value')}</th>
          </tr>
        </thead>
        <tbody>
          {chartRows(chart, divisions, prefs, t).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <a href={entityUrl(row.entity)} lang={langFor(prefs)}>
                  {row.name}
                </a>
              </th>
              <td lang={langFor(prefs)}>{row.counted}</td>
              <td>{row.date}</td>
              <td>{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
