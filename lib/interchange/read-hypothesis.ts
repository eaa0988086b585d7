import * as v from 'valibot';
import { err, type Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import type { Incoming } from './incoming';
import { readAs, readEntries } from './read-entries';

/**
 * The JSON of Hypothesis's own export (`annotations`, with `export_date`) and of its API's search
 * (`rows`): both hold annotations as its API gives them.
 */
const fileSchema = v.union([
  v.object({ export_date: v.string(), annotations: v.array(v.unknown()) }),
  v.object({ total: v.number(), rows: v.array(v.unknown()) }),
]);

const annotationSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  uri: v.string(),
  text: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.string()), []),
  created: v.nullish(v.string(), null),
  updated: v.nullish(v.string(), null),
  document: v.optional(v.object({ title: v.optional(v.array(v.string()), []) })),
  references: v.optional(v.array(v.string()), []),
  target: v.optional(
    v.array(v.object({ selector: v.optional(v.array(v.looseObject({ type: v.string() })), []) })),
    [],
  ),
});

const quoteSchema = v.object({
  exact: v.string(),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
});

export function isHypothesis(file: unknown): boolean {
  return v.is(fileSchema, file);
}

/** Reads a Hypothesis export; page notes and replies quote nothing and are named as such. */
export function readHypothesis(file: unknown, now: Date): Incoming {
  const parsed = readAs(fileSchema, file);
  const entries = parsed.ok
    ? 'rows' in parsed.value
      ? parsed.value.rows
      : parsed.value.annotations
    : [];
  return readEntries(
    'hypothesis',
    entries.map((value, nth) => ({ where: `annotations[${nth}]`, value })),
    (value) => readAnnotation(value, now),
  );
}

function readAnnotation(value: unknown, now: Date): Result<Reading, string> {
  const parsed = readAs(annotationSchema, value);
  if (!parsed.ok) return parsed;
  const { id, uri, text, tags, created, updated, document, references, target } = parsed.value;
  if (references.length > 0) return err('a reply, which quotes nothing');
  const selectors = target.flatMap(({ selector }) => selector);
  const selector = selectors.find(({ type }) => type === 'TextQuoteSelector');
  if (!selector) return err('a note on the whole page, which quotes nothing');
  const quote = readAs(quoteSchema, selector);
  if (!quote.ok) return quote;
  return highlightFrom(
    {
      name: `hypothesis ${id}`,
      url: uri,
      title: document?.title[0] ?? '',
      ...quote.value,
      note: text,
      tags,
      colour: 'yellow',
      created,
      modified: updated,
    },
    now,
  );
}
