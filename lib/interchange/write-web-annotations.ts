import type { Highlight, RangeSelector, TextPositionSelector } from '@/lib/model/highlight';
import { pairsIn } from '@/lib/text/pairs';
import { inOrder, jsonFile, selectorsOf } from './record';

/** The model's context, and where our own terms are: a name, not an address. */
const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const CONTEXT = [ANNOTATION_CONTEXT, { govgloss: 'urn:govgloss:terms:' }] as const;
/** Prefixes of the IRIs that stand for ids of ours. */
export const UUID_URN = 'urn:uuid:';
export const HIGHLIGHT_URN = 'urn:govgloss:highlight:';
export const ENTITY_URN = 'urn:govgloss:entity:';
const PAGE_URN = 'urn:govgloss:page:';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The highlights as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/). Notes,
 * tags and entities are bodies, each with its purpose; what the model has no term for (colour,
 * page key) is under terms of our own, so that importing it gives the same highlights again.
 * Each annotation carries its context: cut out of the page it is still whole.
 */
export function writeWebAnnotations(highlights: readonly Highlight[]): string {
  return jsonFile({
    '@context': CONTEXT,
    id: 'urn:govgloss:highlights',
    type: 'AnnotationPage',
    startIndex: 0,
    items: inOrder(highlights).map(annotationOf),
  });
}

function annotationOf(highlight: Highlight) {
  const bodies = bodiesOf(highlight);
  return {
    '@context': CONTEXT,
    id: iriOf(highlight.id),
    type: 'Annotation',
    motivation: highlight.note === '' ? 'highlighting' : 'commenting',
    created: highlight.createdAt,
    modified: highlight.modifiedAt,
    ...(bodies.length > 0 && { body: bodies }),
    target: targetOf(highlight),
    'govgloss:colour': highlight.colour,
    'govgloss:pageKey': highlight.pageKey,
    ...(highlight.detached && { 'govgloss:detached': true }),
  };
}

/** Half a character, of a text that a page cut within one, has no place in an IRI: it is told as unknown. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function iriOf(id: string): string {
  return UUID.test(id) ? UUID_URN + id : HIGHLIGHT_URN + encoded(id);
}

function bodiesOf({ note, tags, entities }: Highlight) {
  const comment = { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note };
  return [
    ...(note === '' ? [] : [comment]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ...entities.map((id) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: ENTITY_URN + encoded(id),
    })),
  ];
}

function targetOf({ url, title, pageKey, selectors, publisher, published }: Highlight) {
  const { quote, ...where } = selectorsOf(selectors);
  const position = where.position ? inCharacters(where.position, quote.exact) : null;
  const range = where.range ? rangeOf(where.range) : null;
  const source = uriOf(url) ?? PAGE_URN + encoded(pageKey);
  return {
    source,
    ...(source !== url && { 'govgloss:url': url }),
    'dcterms:title': title,
    ...(publisher && { 'dcterms:publisher': publisher }),
    ...(published && { 'dcterms:issued': published }),
    selector: [quote, ...(position ? [position] : []), ...(range ? [range] : [])],
    // In UTF-16 units, as the library has it.
    ...(Object.keys(where).length > 0 && { 'govgloss:selectors': where }),
  };
}

/** An address as RFC 3986 has it, or null: browsers let characters pass that it does not. */
function uriOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { href, host } = new URL(address);
  const afterHost = host === '' ? 0 : href.indexOf(host) + host.length;
  const rest = href.slice(afterHost).replace(/[^!-~]|["<>[\\\]^`{|}]/gu, encoded);
  return href.slice(0, afterHost) + rest;
}

/** A position in characters, as the model counts; null where nobody counted those before it. */
function inCharacters({ start, end, pairs }: TextPositionSelector, exact: string) {
  if (pairs === undefined) return null;
  const inside = pairsIn(exact, exact.length);
  return {
    type: 'TextPositionSelector',
    start: start - pairs,
    end: Math.max(start, end - inside) - pairs,
  };
}

/**
 * Offsets into an element's text are a refinement of its path, in the terms of the model and in
 * characters; null where nobody counted them.
 */
function rangeOf(range: RangeSelector) {
  const { startSelector, endSelector, startOffset, endOffset, startPairs, endPairs } = range;
  if (startPairs === undefined || endPairs === undefined) return null;
  const refined = (path: { value: string }, offset: number) => ({
    type: 'XPathSelector',
    value: path.value,
    refinedBy: { type: 'TextPositionSelector', start: offset, end: offset },
  });
  return {
    type: 'RangeSelector',
    startSelector: refined(startSelector, startOffset - startPairs),
    endSelector: refined(endSelector, endOffset - endPairs),
  };
}
