import { err, ok, type Result } from '@/lib/model/result';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { highlightFrom, type Reading } from './entry';
import type { Incoming } from './incoming';
import { readEntries } from './read-entries';
import {
  type Body,
  bodiesOf,
  fieldsOf,
  isOfType,
  listOf,
  rangeOf,
  sourceOf,
  textOf,
} from './web-annotation-schema';
import { ENTITY_URN, HIGHLIGHT_URN, UUID_URN } from './write-web-annotations';

/** True for an annotation, a list, a page or a collection of them. */
export function isWebAnnotations(file: unknown): boolean {
  const [first] = listOf(file);
  return ['Annotation', 'AnnotationPage', 'AnnotationCollection'].some((type) =>
    isOfType(first, type),
  );
}

/** The annotations of a page, of the first page of a collection, of a list, or the one there is. */
function annotationsOf(file: unknown): unknown[] {
  if (isOfType(file, 'AnnotationCollection')) return annotationsOf(fieldsOf(file).first);
  if (isOfType(file, 'AnnotationPage')) return listOf(fieldsOf(file).items);
  return listOf(file);
}

/**
 * Reads W3C Web Annotations: ours come back as they were; of others those that quote a text, with
 * their comments and tags.
 */
export function readWebAnnotations(file: unknown, now: Date): Incoming {
  const entries = annotationsOf(file).map((value, nth) => ({
    where: `items[${nth}] ${textOf(fieldsOf(value).id) ?? ''}`.trim(),
    value,
  }));
  return readEntries('web-annotations', entries, (value) => readAnnotation(value, now));
}

function readAnnotation(value: unknown, now: Date): Result<Reading, string> {
  if (!isOfType(value, 'Annotation')) return err('not an Annotation');
  const annotation = fieldsOf(value);
  const targets = listOf(annotation.target).map(fieldsOf);
  const target = targets.find((each) => quoteOf(each) !== null);
  const quote = target ? quoteOf(target) : null;
  if (!target || !quote) return err('no TextQuoteSelector');
  const found = { annotation, target, quote };
  return textOf(annotation['govgloss:pageKey']) === null ? readForeign(found, now) : readOwn(found);
}

/** What both kinds are read from: an annotation with the first target that quotes, and the quote. */
interface Quoting {
  annotation: Record<string, unknown>;
  target: Record<string, unknown>;
  quote: Record<string, unknown>;
}

function selectorOf(target: Record<string, unknown>, type: string): unknown {
  return listOf(target.selector).find((selector) => isOfType(selector, type));
}

function quoteOf(target: Record<string, unknown>): Record<string, unknown> | null {
  const quote = fieldsOf(selectorOf(target, 'TextQuoteSelector'));
  return textOf(quote.exact) === null ? null : quote;
}

function isFor(body: Body, purpose: string): boolean {
  return body.purposes.includes(purpose);
}

function tagsOf(bodies: readonly Body[]): string[] {
  return bodies.flatMap((body) => (isFor(body, 'tagging') && body.value ? [body.value] : []));
}

function noteOf(bodies: readonly Body[]): string {
  const notes = bodies.filter((body) => body.value !== null && !isFor(body, 'tagging'));
  return notes.map(({ value }) => value).join('\n\n');
}

function entitiesOf(bodies: readonly Body[]): string[] {
  return bodies.flatMap(({ source }) =>
    source?.startsWith(ENTITY_URN) ? [decoded(source.slice(ENTITY_URN.length))] : [],
  );
}

function idOf(iri: unknown): string {
  const text = textOf(iri) ?? '';
  if (text.startsWith(UUID_URN)) return text.slice(UUID_URN.length);
  return text.startsWith(HIGHLIGHT_URN) ? decoded(text.slice(HIGHLIGHT_URN.length)) : text;
}

/** Undoes encodeURIComponent; what was not made by it stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readOwn({ annotation, target, quote }: Quoting): Result<Reading, string> {
  const bodies = bodiesOf(annotation);
  const position = fieldsOf(selectorOf(target, 'TextPositionSelector'));
  const range = rangeOf(selectorOf(target, 'RangeSelector'));
  const highlight = parseHighlight({
    id: idOf(annotation.id),
    pageKey: annotation['govgloss:pageKey'],
    url: target['govgloss:url'] ?? sourceOf(target),
    title: target['dcterms:title'],
    selectors: {
      quote,
      ...('type' in position && { position }),
      ...(range && { range }),
    },
    colour: annotation['govgloss:colour'],
    note: noteOf(bodies),
    tags: tagsOf(bodies),
    entities: entitiesOf(bodies),
    createdAt: annotation.created,
    modifiedAt: annotation.modified,
    ...(annotation['govgloss:detached'] === true && { detached: true }),
  });
  return highlight.ok ? ok({ highlight: highlight.value, undated: false }) : highlight;
}

function readForeign({ annotation, target, quote }: Quoting, now: Date): Result<Reading, string> {
  const bodies = bodiesOf(annotation);
  const url = sourceOf(target) ?? '';
  const exact = textOf(quote.exact) ?? '';
  return highlightFrom(
    {
      name: `web-annotation ${textOf(annotation.id) ?? `${url} ${exact}`}`,
      url,
      title: textOf(target['dcterms:title']) ?? '',
      exact,
      prefix: textOf(quote.prefix) ?? '',
      suffix: textOf(quote.suffix) ?? '',
      note: noteOf(bodies),
      tags: tagsOf(bodies),
      colour: 'yellow',
      created: textOf(annotation.created),
      modified: textOf(annotation.modified),
    },
    now,
  );
}
