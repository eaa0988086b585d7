import type { Highlight } from '@/lib/model/highlight';
import { csvText } from './csv';
import { inOrder } from './record';

const COLUMNS = [
  'id',
  'created',
  'modified',
  'title',
  'url',
  'quote',
  'note',
  'tags',
  'colour',
  'entities',
  'prefix',
  'suffix',
] as const;

/** The highlights as a table for spreadsheets. Several tags or entities in a cell are apart by '; '. */
export function writeCsv(highlights: readonly Highlight[]): string {
  const rows = inOrder(highlights).map((highlight) => [
    highlight.id,
    highlight.createdAt,
    highlight.modifiedAt,
    highlight.title,
    highlight.url,
    highlight.selectors.quote.exact,
    highlight.note,
    highlight.tags.join('; '),
    highlight.colour,
    highlight.entities.join('; '),
    highlight.selectors.quote.prefix,
    highlight.selectors.quote.suffix,
  ]);
  return csvText([COLUMNS, ...rows]);
}
