import type { Refusal } from '@/lib/model/import-report';
import { err, type Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import { fieldsOf, listOf, textOf } from './fields';
import type { Incoming } from './incoming';
import { quotesOf } from './quotes';
import { readEntries } from './read-entries';

/**
 * The JSON of Hypothesis's own export (`annotations`), of its API's search (`rows`), and bare lists of
 * annotations or one alone, as other tools take them out of either.
 */
function annotationsOf(file: unknown): unknown[] {
  const { annotations, rows } = fieldsOf(file);
  return Array.isArray(annotations) ? annotations : Array.isArray(rows) ? rows : listOf(file);
}

function isAnnotation(value: unknown): boolean {
  const fields = fieldsOf(value);
  return textOf(fields.uri) !== null && ('target' in fields || 'user' in fields);
}

export function isHypothesis(file: unknown): boolean {
  const { annotations, rows, export_date } = fieldsOf(file);
  const isExport = Array.isArray(annotations) && export_date !== undefined;
  const all = annotationsOf(file);
  return isExport || (Array.isArray(rows) && rows.length === 0) || all.some(isAnnotation);
}

/** Reads Hypothesis's annotations; page notes and replies quote nothing and are named as such. */
export function readHypothesis(file: unknown, now: Date): Incoming {
  const entries = annotationsOf(file).map((value, nth) => ({ where: `${nth + 1}`, value }));
  return readEntries('hypothesis', entries, (value) => readAnnotation(value, now));
}

function readAnnotation(value: unknown, now: Date): Result<Reading, Refusal> {
  const { id, uri, text, tags, created, updated, document, references, target } = fieldsOf(value);
  if (listOf(references).length > 0) return err('reply');
  const targets = listOf(target);
  const quotes = targets.flatMap((each) => quotesOf(fieldsOf(each).selector).slice(0, 1));
  const [quote] = quotes;
  if (!quote) return err(uri === undefined ? 'not-one' : 'whole-page');
  const url = textOf(uri) ?? fieldsOf(targets[0]).source;
  const name = textOf(id) ?? `${url} ${quote.exact}`;
  const said = { title: fieldsOf(document).title, note: text, tags, created, modified: updated };
  const leftOut = quotes.length > 1 ? (['targets'] as const) : [];
  return highlightFrom({ name: `hypothesis ${name}`, url, ...quote, ...said, leftOut }, now);
}
