import type { Refusal } from '@/lib/model/import-report';
import type { Result } from '@/lib/model/result';
import { type Entry, highlightFrom, type Reading } from './entry';
import type { ImportFormat, Incoming } from './incoming';
import { readEntries } from './read-entries';
import { bookAddress } from './source-address';
import type { Row, Table } from './table';
import { unguarded } from './write-csv';

interface TableKind {
  format: ImportFormat;
  /** Columns by which it is known; all must be there. */
  known: readonly string[];
  /** What becomes of a row: mostly one entry. */
  entries(row: Row): Entry[];
}

const KINDS: readonly TableKind[] = [
  { format: 'csv', known: ['id', 'quote', 'url', 'colour'], entries: ownEntries },
  { format: 'readwise', known: ['Highlight', 'Book Title'], entries: readwiseEntries },
  { format: 'readwise', known: ['Highlight', 'Title'], entries: readwiseEntries },
  { format: 'raindrop', known: ['url', 'highlights'], entries: raindropEntries },
];

/** Reads our own CSV, and Readwise's and Raindrop's; null for any other table. */
export function readTables(table: Table, now: Date): Incoming | null {
  const names = new Set(table.columns.map((name) => name.toLowerCase()));
  const kind = KINDS.find(({ known }) => known.every((name) => names.has(name.toLowerCase())));
  if (!kind) return null;
  const entries = table.rows.flatMap((row, nth) =>
    kind.entries(row).map((value) => ({ where: `${nth + 2}`, value })),
  );
  return readEntries(
    kind.format,
    entries,
    (entry): Result<Reading, Refusal> => highlightFrom(entry, now),
  );
}

function ownEntries(row: Row): Entry[] {
  const cell = (column: string) => unguarded(row(column));
  const quote = { exact: cell('quote'), prefix: cell('prefix'), suffix: cell('suffix') };
  const said = { title: cell('title'), url: cell('url'), colour: cell('colour') };
  const added = { note: cell('note'), tags: listed(cell('tags')) };
  const publication = {
    ...(cell('publisher') && { publisher: cell('publisher') }),
    ...(cell('published') && { published: cell('published') }),
  };
  const own = {
    ...publication,
    ...{ id: cell('id'), pageKey: cell('page'), entities: listed(cell('entities')) },
    ...{ ...said, ...added, selectors: { quote: { type: 'TextQuoteSelector', ...quote } } },
    ...{ createdAt: cell('created'), modifiedAt: cell('modified') },
    ...(cell('detached') === 'yes' && { detached: true as const }),
  };
  const times = { created: cell('created'), modified: cell('modified') };
  // Tables of 0.1.0 have no column for the page's key.
  const isWhole = cell('page') !== '';
  const some = { id: own.id, entities: own.entities };
  const name = `csv ${cell('id')}`;
  return [
    { name, ...quote, ...said, ...publication, ...added, ...times, own: isWhole ? own : some },
  ];
}

function listed(cell: string): string[] {
  return cell.split('; ').filter((each) => each !== '');
}

/**
 * A row of Readwise's export, or of the table it imports. A book has no address of its own; tags are
 * apart by commas or, from Reader, by white space before a hash.
 */
function readwiseEntries(row: Row): Entry[] {
  const title = row('Book Title') || row('Title');
  const at = row('Highlighted at') || row('Date');
  const exact = row('Highlight');
  const url = row('URL') || bookAddress(title, row('Amazon Book ID'));
  const name = `readwise ${title} ${row('Location')} ${exact}`;
  const tags = row('Tags').split(/,|\s+(?=#)/);
  const said = { title, note: row('Note'), tags, colour: row('Color') };
  return [{ name, url, exact, ...said, created: at, modified: at }];
}

/** A bookmark of Raindrop: its highlights stand in one cell, each after its name, with its note. */
function raindropEntries(row: Row): Entry[] {
  const url = row('url');
  const parts = row('highlights').split(/^Highlight:/m);
  const passages = parts.map((part) => part.trim()).filter((part) => part !== '');
  const said = { title: row('title'), tags: row('tags').split(','), created: row('created') };
  return passages.map((passage) => {
    const [exact = '', ...notes] = passage.split(/^Note:/m);
    const note = notes.join('\n').trim();
    return { name: `raindrop ${url} ${exact}`, url, exact: exact.trim(), note, ...said };
  });
}
