import * as v from 'valibot';
import type { LeftOut, Refusal } from '@/lib/model/import-report';
import { err, type Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import { fieldsOf, listOf, textOf } from './fields';
import type { Incoming } from './incoming';
import { type QuoteFields, quotesOf } from './quotes';
import { readEntries } from './read-entries';
import { type Body, bodiesOf, entitiesOf, notesOf, tagsOf } from './web-annotation-bodies';
import { HIGHLIGHT_URN, UUID_URN } from './write-web-annotations';

const TYPES = ['Annotation', 'AnnotationPage', 'AnnotationCollection'];

type Fields = Record<string, unknown>;

/** True when a resource is of the type, alone or among others. */
function isOfType(value: unknown, type: string): boolean {
  return listOf(fieldsOf(value).type).includes(type);
}

/** True for an annotation, a list, a page or a collection of them. */
export function isWebAnnotations(file: unknown): boolean {
  return listOf(file).some((each) => TYPES.some((type) => isOfType(each, type)));
}

/** The annotations of a page, of the first page of a collection, of a list, or the one there is. */
function annotationsOf(file: unknown): unknown[] {
  if (isOfType(file, 'AnnotationCollection')) return annotationsOf(fieldsOf(file).first);
  if (isOfType(file, 'AnnotationPage')) return listOf(fieldsOf(file).items);
  return listOf(file).flatMap((each) =>
    isOfType(each, 'AnnotationPage') || isOfType(each, 'AnnotationCollection')
      ? annotationsOf(each)
      : [each],
  );
}

/**
 * Reads W3C Web Annotations: ours come back as they were; of others those that quote a text, with
 * their comments and tags.
 */
export function readWebAnnotations(file: unknown, now: Date): Incoming {
  const entries = annotationsOf(file).map((value, nth) => ({
    where: `${nth + 1} ${textOf(fieldsOf(value).id) ?? ''}`.trim(),
    value,
  }));
  return readEntries('web-annotations', entries, (value) => readAnnotation(value, now));
}

function readAnnotation(value: unknown, now: Date): Result<Reading, Refusal> {
  if (!isOfType(value, 'Annotation')) return err('not-one');
  const annotation = fieldsOf(value);
  const targets = listOf(annotation.target).map((target) => ({
    target: fieldsOf(target),
    quotes: quotesOf(fieldsOf(target).selector),
  }));
  const { target, quotes } = targets.find((each) => each.quotes.length > 0) ?? targets[0] ?? {};
  const quote = quotes?.[0];
  if (!target || !quote) return err(targets.length > 0 ? 'whole-page' : 'no-address');
  const bodies = bodiesOf(annotation);
  const leftOut: LeftOut[] = targets.length > 1 ? ['targets'] : [];
  if (bodies.some(isLost)) leftOut.push('bodies');
  const said = {
    url: target['govgloss:url'] ?? addressOf(target),
    ...{ title: target['dcterms:title'], note: notesOf(bodies), tags: tagsOf(bodies) },
    colour: annotation['govgloss:colour'],
    ...{ publisher: target['dcterms:publisher'], published: target['dcterms:issued'] },
  };
  const times = { created: annotation.created, modified: annotation.modified };
  const own = textOf(annotation['govgloss:pageKey']) === null ? null : ownOf(annotation, bodies);
  const selectors = { ...whereOf(target), quote: own && asSelector(quote) };
  const name = textOf(annotation.id) ?? `${textOf(said.url)} ${quote.exact}`;
  return highlightFrom(
    {
      ...{ name: `web-annotation ${name}`, ...quote, ...said, ...times, leftOut },
      ...(own && { own: defined({ ...own, ...said, selectors }) }),
    },
    now,
  );
}

/** Fields that are there: a record has none that is undefined. */
function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function asSelector({ exact, prefix, suffix }: QuoteFields) {
  return { type: 'TextQuoteSelector', exact, prefix: prefix ?? '', suffix: suffix ?? '' };
}

/** What becomes neither a note nor a tag nor an entity: pictures, links, other media. */
function isLost({ value, source }: Body): boolean {
  return value === null && entitiesOf([{ source }]).length === 0;
}

/** The address of what a target is a part of. */
function addressOf(target: Fields): unknown {
  return textOf(target.source) ?? fieldsOf(target.source).id;
}

/** What only our own files say. */
function ownOf(annotation: Fields, bodies: Body[]) {
  return {
    id: idOf(annotation.id),
    pageKey: annotation['govgloss:pageKey'],
    entities: entitiesOf(bodies),
    createdAt: annotation.created,
    modifiedAt: annotation.modified,
    ...(annotation['govgloss:detached'] === true && { detached: true as const }),
  };
}

/** Positions in UTF-16 units: by our own term, or as files had them that know no such term. */
function whereOf(target: Fields): object {
  const ours = target['govgloss:selectors'];
  if (ours !== undefined) return fieldsOf(ours);
  const selectors = listOf(target.selector);
  const position = selectors.find((each) => isOfType(each, 'TextPositionSelector'));
  const range = rangeOf(selectors.find((each) => isOfType(each, 'RangeSelector')));
  return { ...(position !== undefined && { position }), ...(range && { range }) };
}

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const path = v.object({ value: v.string(), refinedBy: v.object({ start: offset }) });
const rangeSchema = v.object({ startSelector: path, endSelector: path });

/** A range selector as highlights keep it; null for one of another make. */
function rangeOf(selector: unknown) {
  const parsed = v.safeParse(rangeSchema, selector);
  if (!parsed.success) return null;
  const { startSelector, endSelector } = parsed.output;
  return {
    type: 'RangeSelector',
    startSelector: { type: 'XPathSelector', value: startSelector.value },
    endSelector: { type: 'XPathSelector', value: endSelector.value },
    startOffset: startSelector.refinedBy.start,
    endOffset: endSelector.refinedBy.start,
  };
}

function idOf(iri: unknown): string | null {
  const text = textOf(iri);
  if (text?.startsWith(UUID_URN)) return text.slice(UUID_URN.length);
  if (!text?.startsWith(HIGHLIGHT_URN)) return text;
  try {
    return decodeURIComponent(text.slice(HIGHLIGHT_URN.length));
  } catch {
    return text;
  }
}
