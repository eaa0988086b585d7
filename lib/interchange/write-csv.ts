import type { Highlight } from '@/lib/model/highlight';
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
  'publisher',
  'published',
  'page',
  'detached',
] as const;

/** What makes spreadsheets take a cell for a formula (OWASP, CSV injection), full width included. */
const FORMULA_START = /^'*(?:[\s\u200b\ufeff]*[=+\-@＝＋－＠|]|[\t\r\n])/;

/**
 * The highlights as a table for spreadsheets: RFC 4180, every cell quoted, UTF-8 with the mark by
 * which spreadsheets know it. A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it. Several tags or entities in a cell are apart by '; '.
 */
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
    highlight.publisher ?? '',
    highlight.published ?? '',
    highlight.pageKey,
    highlight.detached ? 'yes' : '',
  ]);
  return writeTable([COLUMNS, ...rows]);
}

/** A table as spreadsheets read it; see writeCsv. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** What a cell held before it was kept from being a formula. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
