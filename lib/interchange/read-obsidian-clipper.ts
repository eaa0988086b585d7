import type { Refusal } from '@/lib/model/import-report';
import { err, type Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import { fieldsOf, listOf, textOf } from './fields';
import { plainText } from './html-text';
import type { Incoming } from './incoming';
import { readEntries } from './read-entries';

/**
 * The JSON that Obsidian Web Clipper's settings export: a list of pages with their highlights, and, in
 * later versions, with its records of them (`data`), which have the contexts.
 */
export function isObsidianClipper(file: unknown): boolean {
  return listOf(file).some((page) => {
    const { url, highlights } = fieldsOf(page);
    return textOf(url) !== null && Array.isArray(highlights);
  });
}

/** Reads an export of Obsidian Web Clipper's highlights. */
export function readObsidianClipper(file: unknown, now: Date): Incoming {
  const entries = listOf(file).flatMap((each, at) => {
    const page = fieldsOf(each);
    const contexts = contextsOf(page.data);
    return listOf(page.highlights).map((highlight, nth) => ({
      where: `${at + 1}.${nth + 1}`,
      value: { page, highlight: fieldsOf(highlight), contexts },
    }));
  });
  return readEntries('obsidian-clipper', entries, (value) => readHighlight(value, now));
}

interface Found {
  page: Record<string, unknown>;
  highlight: Record<string, unknown>;
  contexts: ReadonlyMap<string, Record<string, unknown>>;
}

/** The contexts of each record by its text. */
function contextsOf(data: unknown): ReadonlyMap<string, Record<string, unknown>> {
  const records = listOf(data).map(fieldsOf);
  return new Map(
    records.map(({ content, textQuote }) => [
      plainText(textOf(content) ?? ''),
      fieldsOf(textQuote),
    ]),
  );
}

function readHighlight({ page, highlight, contexts }: Found, now: Date): Result<Reading, Refusal> {
  const { text, timestamp, color, notes, comment } = highlight;
  const html = textOf(text);
  if (html === null) return err('no-text');
  // A passage over several blocks is one entry, and a record for each of them.
  const parts = html.split('\n\n').map(plainText);
  const url = textOf(page.url) ?? '';
  const said = listOf(notes).length > 0 ? listOf(notes) : listOf(comment);
  const texts = said.map(textOf).filter((note) => note !== null);
  return highlightFrom(
    {
      name: `obsidian-clipper ${url} ${textOf(timestamp) ?? ''} ${html}`,
      ...{ url, title: page.title, exact: plainText(html), note: texts.join('\n\n') },
      prefix: contexts.get(parts[0] ?? '')?.prefix,
      suffix: contexts.get(parts.at(-1) ?? '')?.suffix,
      ...{ colour: color, created: timestamp, modified: timestamp },
      leftOut: texts.length < said.length ? ['note'] : [],
    },
    now,
  );
}
