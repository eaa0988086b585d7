import { useMemo, useState } from 'preact/hooks';
import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { langFor, nameFor, textFor } from '@/components/text/names';
import { SourceNote } from '@/components/text/SourceNote';
import { tierName } from '@/components/text/tiers';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { Entity, EntityId, Source } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import {
  type CompareCell,
  type CompareColumn,
  type CompareGroup,
  compareTable,
  type Direction,
  FEWEST_RANKED,
  firstDirection,
  sortRows,
} from './compare';

interface CompareTableProps {
  data: AtlasData;
  group: CompareGroup;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
}

/** The divisions in a table that sorts by any of its columns. */
export function CompareTable({ data, group, prefs, t, entityUrl }: CompareTableProps) {
  const [sorting, setSorting] = useState<{ key: string; direction: Direction } | null>(null);
  const { columns, rows } = useMemo(() => compareTable(data, group), [data, group]);
  const sources = useMemo(() => new Map(data.sources.map((each) => [each.id, each])), [data]);
  const entities = useMemo(() => new Map(data.entities.map((each) => [each.id, each])), [data]);
  const column = columns.find(({ key }) => key === sorting?.key);
  const sorted = column && sorting ? sortRows(rows, column, sorting.direction) : rows;
  const press = (pressed: CompareColumn) => {
    const again = sorting?.key === pressed.key;
    const first = firstDirection(pressed);
    const other = first === 'ascending' ? 'descending' : 'ascending';
    setSorting({
      key: pressed.key,
      direction: again && sorting.direction === first ? other : first,
    });
  };
  return (
    <>
      <p class="field-hint">{t(`compare_${group}_note`, { count: FEWEST_RANKED })}</p>
      <section class="table-scroll" aria-label={t('compare_title')}>
        <table class="compare" data-group={group}>
          <thead>
            <tr>
              <th scope="col">{t('kind_division')}</th>
              {columns.map((each) => (
                <th
                  key={each.key}
                  scope="col"
                  aria-sort={each.key === sorting?.key ? sorting.direction : undefined}
                >
                  <button type="button" class="sort" onClick={() => press(each)}>
                    <span lang={each.kind === 'ranking' ? langFor(prefs) : undefined}>
                      {columnName(each, prefs, t)}
                    </span>
                    {each.kind === 'ranking' && <small>{each.ranking.dataYear}</small>}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ division, cells }) => (
              <tr key={division.id}>
                <th scope="row">
                  <a href={entityUrl(division.id)} lang={langFor(prefs)}>
                    {nameFor(division.shortNames, prefs)}
                  </a>
                </th>
                {columns.map(({ key }) => (
                  <td key={key}>
                    <Cell
                      cell={cells.get(key) ?? null}
                      {...{ prefs, t, sources, entities, entityUrl }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {group === 'rankings' && (
        <ol class="compare-sources">
          {columns.flatMap((each) =>
            each.kind === 'ranking'
              ? [
                  <li key={each.key}>
                    <p lang={langFor(prefs)}>
                      {textFor(each.ranking.title, prefs)} ·{' '}
                      {textFor(each.ranking.publisher, prefs)}
                    </p>
                    <p class="field-hint" lang={langFor(prefs)}>
                      {textFor(each.ranking.method, prefs)}
                    </p>
                    <SourceNote
                      sources={each.ranking.sources.flatMap((id) => sources.get(id) ?? [])}
                      linked
                      most={2}
                      prefs={prefs}
                      t={t}
                    />
                  </li>,
                ]
              : [],
          )}
        </ol>
      )}
    </>
  );
}

function columnName(column: CompareColumn, prefs: ViewPrefs, t: Translate): string {
  switch (column.kind) {
    case 'count':
      return t(`kinds_${column.of}`);
    case 'metric':
      return t(`compare_measure_${snake(column.measure)}`);
    case 'ranking':
      return textFor(column.ranking.title, prefs);
  }
}

interface CellProps {
  cell: CompareCell | null;
  prefs: ViewPrefs;
  t: Translate;
  sources: ReadonlyMap<string, Source>;
  entities: ReadonlyMap<EntityId, Entity>;
  entityUrl(id: EntityId): string;
}

/** A count, a figure with what it is of, its date and source, or a place in a ranking. */
function Cell({ cell, prefs, t, sources, entities, entityUrl }: CellProps) {
  if (!cell) return <span class="unseen">{t('compare_nothing')}</span>;
  switch (cell.kind) {
    case 'count':
      return cell.count;
    case 'metric': {
      const of = entities.get(cell.of);
      return (
        <>
          <b>{formatFigure(cell.metric, prefs, t)}</b>
          <p class="compare-what">
            {of && of.kind !== 'division' && (
              <a href={entityUrl(of.id)} lang={langFor(prefs)}>
                {nameFor(of.names, prefs)}
              </a>
            )}{' '}
            <Words of={cell.metric.label} prefs={prefs} />
            {' · '}
            <time dateTime={cell.metric.asOf}>
              {formatDate(cell.metric.asOf, prefs.language, 'month')}
            </time>
          </p>
          <SourceNote
            sources={cell.metric.sources.flatMap((id) => sources.get(id) ?? [])}
            linked
            most={2}
            prefs={prefs}
            t={t}
          />
        </>
      );
    }
    case 'ranking': {
      const { rank, score, tier } = cell.row;
      return (
        <>
          {rank !== undefined && <b>{t('ranking_rank', { rank })} </b>}
          {tier !== undefined && <span>{tierName(tier, t)} </span>}
          {score !== undefined && <span>{t('ranking_score', { score })}</span>}
        </>
      );
    }
  }
}
