import type { BrowseRow } from './rows';

const COLUMNS = [
  'id',
  'kind',
  'name',
  'division',
  'date',
  'document number',
  'summary',
  'source grades',
  'sources',
  'source addresses',
];

/** The result as cells of a file; the first row names the columns. */
export function browseCells(rows: readonly BrowseRow[]): string[][] {
  return [
    COLUMNS,
    ...rows.map(({ entity, name, divisionName, date, summary, sources, grades }) => [
      entity.id,
      entity.kind,
      name,
      divisionName,
      date ?? '',
      entity.kind === 'policy' ? (entity.docNumber ?? '') : '',
      summary,
      [...grades].join('; '),
      sources.map(({ publisher, title }) => `${publisher}: ${title}`).join('; '),
      sources.flatMap(({ url }) => url ?? []).join('; '),
    ]),
  ];
}
