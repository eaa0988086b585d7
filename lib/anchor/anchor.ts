import type { Anchoring } from '@/lib/model/anchoring';
import { overlaps, type Span } from '@/lib/model/span';

import { Acceptance, MIN_KEPT } from './acceptance';
import { copiesOf } from './copies';
import { GramIndex } from './gram-index';
import { Room } from './image';
import { Surroundings } from './landmarks';
import { type Glosses, type NormalText, normalisePage, toNormal, toSource } from './normal-text';
import { exactPlaces, similarPlaces } from './places';
import { type Described, type Quote, readQuote } from './quote';
import { SinglePieces } from './single-pieces';
import { apart, Weighing } from './weigh';

/** The stored position holds when quote and context stand there to the letter. */
function atPosition(text: string, { quote, position }: Described): Anchoring | null {
  if (!position || quote.exact === '') return null;
  const { start, end } = position;
  const { exact, prefix = '', suffix = '' } = quote;
  const holds =
    text.slice(start, end) === exact &&
    text.slice(Math.max(0, start - prefix.length), start) === prefix &&
    text.slice(end, end + suffix.length) === suffix;
  return holds ? { state: 'found', span: { start, end }, score: 1 } : null;
}

/** The source span of a place, with the spaces and glosses that were selected at its edges. */
function spanOf(normal: NormalText, quote: Quote, place: Span): Span {
  const { start, end } = toSource(normal, place);
  const hasLead = normal.source.startsWith(quote.lead, start - quote.lead.length);
  const hasTail = normal.source.startsWith(quote.tail, end);
  return {
    start: hasLead ? start - quote.lead.length : start,
    end: hasTail ? end + quote.tail.length : end,
  };
}

/** A page's text, made ready once for any number of quotes. */
class Page {
  readonly normal: NormalText;
  private grams: GramIndex | null = null;

  constructor(text: string, glosses: Glosses) {
    this.normal = normalisePage(text, glosses);
  }

  private singles: SinglePieces | null = null;
  readonly pieces = (): SinglePieces => {
    this.singles ??= new SinglePieces(this.normal.text);
    return this.singles;
  };

  readonly index = (): GramIndex => {
    this.grams ??= new GramIndex(this.normal.text);
    return this.grams;
  };
}

/** Of places whose evidence differs by no more than that, about a word, the nearest is the quote's. */
const MARGIN_UNITS = 4;

function decide(page: Page, quote: Quote, position: number | null): Anchoring {
  const { normal, index } = page;
  const was = toNormal(normal, { start: position ?? 0, end: position ?? 0 }).start;
  const exact = exactPlaces(normal.text, quote, was);
  const weighing = new Weighing(normal.text, quote);
  const acceptance = new Acceptance(normal.text, index, quote, weighing, exact.length);
  const { landmarks } = quote;
  const around = landmarks && new Surroundings(normal.text, page.pieces(), landmarks);
  const room = around && new Room(normal.text, quote, around.room);
  const image = room?.image();
  if (room && image && acceptance.acceptsImage(image, () => room.lead(image))) {
    const place = exact.find((each) => overlaps(each, image)) ?? image;
    return { state: 'found', span: spanOf(normal, quote, place), score: image.kept };
  }
  const weighed = exact.map((place) => weighing.weigh(place));
  const isUndisturbed = weighed.some(({ evidence }) => evidence >= weighing.whole);
  if (!isUndisturbed && !around?.isOtherPage) {
    const similar = similarPlaces(normal.text, index(), quote);
    weighed.push(...similar.map((place) => weighing.weigh(place)));
  }
  const places = apart(weighed);
  const [best, ...others] = places;
  // What stands in its stead is offered before what stands elsewhere.
  const isInStead = image && image.kept >= MIN_KEPT;
  const inStead = isInStead ? { span: spanOf(normal, quote, image), score: image.kept } : null;
  if (!best) return { state: 'missing', candidate: inStead };
  const score = Math.max(0, best.evidence / weighing.whole);
  const margin = position === null ? 0 : MARGIN_UNITS;
  const equals = places.filter((place) => best.evidence - place.evidence <= margin);
  const isRivals = () => around?.isRivals(best) && !acceptance.outweighsRivals(best);
  const isSure = isUndisturbed || acceptance.standWithTwins(best, equals.length - 1);
  if (!isSure && (isRivals() || !acceptance.accepts(best, others))) {
    return { state: 'missing', candidate: inStead ?? { span: spanOf(normal, quote, best), score } };
  }
  const spans = equals.map((place) => spanOf(normal, quote, place));
  if (position === null && spans.length > 1) {
    return { state: 'ambiguous', spans: spans.sort((a, b) => a.start - b.start), score };
  }
  const far = (span: Span) => Math.abs(span.start - (position ?? 0));
  const [span, ...rest] = spans.sort((a, b) => far(a) - far(b));
  if (!span) return { state: 'missing', candidate: null };
  return { state: 'found', span, score, others: rest };
}

/** Where what was found stands too: as good a place for it, or a copy of the text around it. */
function withCopies(text: string, anchoring: Anchoring): Anchoring {
  if (anchoring.state !== 'found') return anchoring;
  const { others = [], ...found } = anchoring;
  const copies = copiesOf(text, found.span).filter(
    (copy) => !others.some((other) => overlaps(copy, other)),
  );
  const all = [...others, ...copies];
  return all.length > 0 ? { ...found, others: all } : found;
}

/**
 * Prepares a page's text for anchoring any number of highlights; the text is normalised once, and
 * only if some highlight is not where it was. Spans are UTF-16 units of `text`.
 *
 * A highlight is looked for at its position, then between its landmarks, then as an unchanged or a
 * similar quote told apart by its context; see README.md for what is accepted and why.
 */
export function createAnchorer(text: string): (selectors: Described) => Anchoring {
  const pages = new Map<Glosses, Page>();
  const pageWith = (glosses: Glosses) => {
    const page = pages.get(glosses) ?? new Page(text, glosses);
    pages.set(glosses, page);
    return page;
  };
  return (selectors) => {
    const inPlace = atPosition(text, selectors);
    if (inPlace) return withCopies(text, inPlace);
    for (const glosses of ['skip', 'keep'] as const) {
      const quote = readQuote(selectors, glosses);
      if (quote.exact === '') continue;
      const decided = decide(pageWith(glosses), quote, selectors.position?.start ?? null);
      return withCopies(text, decided);
    }
    return { state: 'missing', candidate: null };
  };
}

/** Finds one highlight in a page's text; see createAnchorer. */
export function anchor(text: string, selectors: Described): Anchoring {
  return createAnchorer(text)(selectors);
}
