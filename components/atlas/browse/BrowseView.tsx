import { useMemo, useState } from 'preact/hooks';
import { divisionsOf } from '@/components/atlas/atlas-data';
import { ExportBar } from '@/components/picture/ExportBar';
import { formatDate } from '@/components/text/dates';
import { langFor } from '@/components/text/names';
import { SourceNote } from '@/components/text/SourceNote';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { BrowseFilters } from './BrowseFilters';
import { BROWSE_COLUMNS, type BrowseChoices, type BrowseColumn, browse } from './choices';
import { type BrowseRow, browseRows } from './rows';

interface BrowseViewProps {
  data: AtlasData;
  choices: BrowseChoices;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onChange(change: Partial<BrowseChoices>): void;
  onSave(rows: readonly BrowseRow[]): void;
}

/** Rows drawn at first; the others when they are asked for. */
const AT_FIRST = 100;

/** Every entity in a table, narrowed and sorted; the result can be linked and taken along. */
export function BrowseView(props: BrowseViewProps) {
  const { data, choices, prefs, t, onChange } = props;
  const rows = useMemo(() => browseRows(data, prefs), [data, prefs]);
  const divisions = useMemo(() => divisionsOf(data), [data]);
  const years = useMemo(
    () => [...new Set(rows.flatMap(({ date }) => date?.slice(0, 4) ?? []))].sort().reverse(),
    [rows],
  );
  const found = browse(rows, choices);
  const [most, setMost] = useState(AT_FIRST);
  return (
    <section class="atlas-sheet" aria-labelledby="browse-head">
      <div class="view-head">
        <h1 id="browse-head" class="page-title">
          {t('browse_title')}
        </h1>
        <ExportBar formats={['csv']} t={t} onSave={() => props.onSave(found)} />
      </div>
      <BrowseFilters {...{ choices, divisions, years, prefs, t, onChange }} />
      <p role="status">{t('browse_found', { count: found.length, all: rows.length })}</p>
      <section class="table-scroll" aria-label={t('browse_title')}>
        <table class="browse">
          <thead>
            <tr>
              {BROWSE_COLUMNS.map((column) => (
                <Head key={column} {...{ column, choices, t, onChange }} />
              ))}
              <th scope="col">{t('column_kind')}</th>
              <th scope="col">{t('column_text')}</th>
              <th scope="col">{t('column_source')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((row) => (
              <Row key={row.entity.id} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </section>
      {found.length > most && (
        <p>
          <button type="button" class="button" onClick={() => setMost(found.length)}>
            {t('browse_more', { count: found.length - most })}
          </button>
        </p>
      )}
    </section>
  );
}

interface HeadProps extends Pick<BrowseViewProps, 'choices' | 't' | 'onChange'> {
  column: BrowseColumn;
}

function Head({ column, choices: { sort }, t, onChange }: HeadProps) {
  const isBy = sort.by === column;
  return (
    <th scope="col" aria-sort={!isBy ? undefined : sort.down ? 'descending' : 'ascending'}>
      <button
        type="button"
        class="sort"
        onClick={() => onChange({ sort: { by: column, down: isBy && !sort.down } })}
      >
        <span>{t(`browse_by_${column}`)}</span>
      </button>
    </th>
  );
}

function Row({ row, prefs, t, entityUrl }: BrowseViewProps & { row: BrowseRow }) {
  const { entity, name, date, summary, sources } = row;
  const lang = langFor(prefs);
  return (
    <tr data-kind={entity.kind}>
      <th scope="row">
        <a href={entityUrl(entity.id)} lang={lang}>
          {name}
        </a>
      </th>
      <td lang={lang}>{row.divisionName}</td>
      <td>{date && <time dateTime={date}>{formatDate(date, prefs.language)}</time>}</td>
      <td class="browse-kind">{t(`kind_${entity.kind}`)}</td>
      <td lang={lang}>
        {entity.kind === 'policy' && entity.docNumber && (
          <p class="field-hint" lang={prefs.script}>
            {entity.docNumber}
          </p>
        )}
        {summary}
      </td>
      <td>
        <SourceNote sources={sources} linked most={1} prefs={prefs} t={t} />
      </td>
    </tr>
  );
}
