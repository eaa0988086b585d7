/** What makes spreadsheets take a cell for a formula (OWASP, CSV injection), full width included. */
const FORMULA_START = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|]|^[\t\r\n]/;

/**
 * A table for spreadsheets: RFC 4180, every cell quoted, UTF-8 with the mark by which spreadsheets
 * know it. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}
