/** A row of a table by the names of its columns; a column that is not there is empty. */
export type Row = (column: string) => string;

/** A table as spreadsheets and other tools write it, with the names of its columns on top. */
export interface Table {
  columns: readonly string[];
  rows: readonly Row[];
}

/** What stands between cells: a comma, or what spreadsheets of some countries and Excel's text files have. */
const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a table of RFC 4180, or one apart by semicolons or tabs; null for a text of fewer than two
 * columns. White space around names of columns does not count.
 */
export function readTable(text: string): Table | null {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const separator = SEPARATORS.find((each) => first.includes(each));
  if (separator === undefined) return null;
  const [head = [], ...lines] = cellsOf(text, separator);
  const columns = head.map((name) => name.trim());
  const places = new Map(columns.map((name, at) => [name.toLowerCase(), at]));
  const rows = lines
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map(
      (cells): Row =>
        (column) =>
          cells[places.get(column.toLowerCase()) ?? -1] ?? '',
    );
  return { columns, rows };
}

/** All cells, line by line. A quote within a cell that does not begin with one is a quote. */
function cellsOf(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? quotedEnd(text, at) : plainEnd(text, at, separator);
    const cell = text.slice(at, end);
    line.push(isQuoted ? cell.slice(1).replace(/"$/, '').replaceAll('""', '"') : cell);
    at = isQuoted ? plainEnd(text, end, separator) : end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      line.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** After the quote that closes the cell; quotes within it are doubled. */
function quotedEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return text.length;
}

function plainEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === separator || character === '\n' || character === '\r') return at;
  }
  return text.length;
}
