import { withTextFragment } from '@/lib/address/text-fragment';
import type { Highlight } from '@/lib/model/highlight';
import { inOrder } from './record';
import { writeTable } from './write-csv';

/** The columns of the table Readwise imports (https://readwise.io/import_bulk). */
const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

/**
 * The highlights as the table Readwise imports. It has no column for tags: there they are words with a
 * dot at the beginning of a note, one a line.
 */
export function writeReadwise(highlights: readonly Highlight[]): string {
  const rows = inOrder(highlights).map((highlight) => {
    const { selectors, title, url, note, tags, createdAt } = highlight;
    const words = tags.map((tag) => `.${tag.replace(/\s+/g, '-')}`);
    const day = createdAt.slice(0, 19).replace('T', ' ');
    const link = withTextFragment(url, selectors);
    return [selectors.quote.exact, title, '', link, [...words, note].join('\n').trim(), '', day];
  });
  return writeTable([COLUMNS, ...rows]);
}
