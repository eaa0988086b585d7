import type { ComponentChildren } from 'preact';
import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { langFor, nameFor, textFor } from '@/components/text/names';
import { tierName } from '@/components/text/tiers';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { RankingRow } from '@/lib/model/dataset';
import type { EntityId, Platform, Policy } from '@/lib/model/entity';
import type { MetricCell } from '../compare';
import type { Matched, MatchedRow } from './matched';

interface MatchedTableProps {
  table: Matched;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
}

/** Divisions side by side, a row for what they can be asked alike. */
export function MatchedTable(props: MatchedTableProps) {
  const { table, prefs, t, entityUrl } = props;
  return (
    <section class="table-scroll" aria-label={t('compare_title')}>
      <table class="matched">
        <thead>
          <tr>
            <td />
            {table.divisions.map(({ id, shortNames }) => (
              <th key={id} scope="col">
                <a href={entityUrl(id)} lang={langFor(prefs)}>
                  {nameFor(shortNames, prefs)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key} data-of={row.kind}>
              <th scope="row">
                <RowName row={row} prefs={prefs} t={t} />
              </th>
              {cellsOf(row, props).map((cell, at) => (
                <td key={table.divisions[at]?.id} data-lacks={cell === null || undefined}>
                  {cell ?? <span class="field-hint">{t('compare_lacks')}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RowName({ row, prefs, t }: { row: MatchedRow; prefs: ViewPrefs; t: Translate }) {
  switch (row.kind) {
    case 'platform':
      return t(`match_${row.of}`);
    case 'metric':
      return t(`compare_measure_${snake(row.of)}`);
    case 'policy':
      return t('match_documents', { year: row.year });
    case 'ranking':
      return (
        <>
          <span lang={langFor(prefs)}>{textFor(row.ranking.title, prefs)}</span>{' '}
          <small>{row.ranking.dataYear}</small>
        </>
      );
  }
}

function cellsOf(row: MatchedRow, props: MatchedTableProps): (ComponentChildren | null)[] {
  switch (row.kind) {
    case 'platform':
      return row.cells.map((cell) => cell && <Names of={cell} {...props} />);
    case 'policy':
      return row.cells.map((cell) => cell && <Names of={cell} {...props} />);
    case 'metric':
      return row.cells.map((cell) => cell && <Figure cell={cell} {...props} />);
    case 'ranking':
      return row.cells.map((cell) => cell && <b>{resultOf(cell, props.t)}</b>);
  }
}

/** A rank, a grade, a score: what the publisher gave. */
export function resultOf({ rank, tier, score }: RankingRow, t: Translate): string {
  const parts = [
    rank === undefined ? '' : t('ranking_rank', { rank }),
    tier === undefined ? '' : tierName(tier, t),
    score === undefined ? '' : t('ranking_score', { score }),
  ];
  return parts.filter(Boolean).join(' · ');
}

function Names({
  of,
  prefs,
  entityUrl,
}: MatchedTableProps & { of: readonly (Platform | Policy)[] }) {
  return (
    <ul class="matched-names">
      {of.map((entity) => {
        const date = entity.kind === 'platform' ? entity.launched : entity.date;
        const detail = entity.kind === 'platform' ? 'year' : 'month';
        return (
          <li key={entity.id} data-kind={entity.kind}>
            <a class="matched-name" href={entityUrl(entity.id)} lang={langFor(prefs)}>
              {nameFor(entity.names, prefs)}
            </a>{' '}
            {date && (
              <time class="field-hint" dateTime={date}>
                {formatDate(date, prefs.language, detail)}
              </time>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Figure({ cell, prefs, t }: MatchedTableProps & { cell: MetricCell }) {
  return (
    <>
      <b>{formatFigure(cell.metric, prefs, t)}</b>{' '}
      <span class="field-hint">
        <Words of={cell.metric.label} prefs={prefs} /> ·{' '}
        <time dateTime={cell.metric.asOf}>
          {formatDate(cell.metric.asOf, prefs.language, 'month')}
        </time>
      </span>
    </>
  );
}
