import { overlaps, type Span } from '@/lib/model/span';
import { Context, NEAR_UNITS, type Standing, WIDE_UNITS } from './context';
import type { Passage, QuotePlace } from './places';

/** Places that are weighed beside the quote's own, the heaviest. */
const MAX_RIVALS = 8;

/** A place with what stands there and around it. */
export interface WeighedPlace extends QuotePlace {
  /** Units of quote and contexts that stand there, less those of the quote that do not. */
  evidence: number;
  before: Standing;
  after: Standing;
}

/** Weighs places of a text by how much of a passage stands there. */
export class Weighing {
  private readonly before: Context;
  private readonly after: Context;

  constructor(
    private readonly text: string,
    private readonly passage: Passage,
  ) {
    this.before = new Context(passage.prefix, 'before');
    this.after = new Context(passage.suffix, 'after');
  }

  /** What a place would weigh at which all of the passage stands. */
  get whole(): number {
    return this.passage.exact.length + this.before.length + this.after.length;
  }

  /** What a place weighs by what stands around it, near and far. */
  weigh(place: QuotePlace): WeighedPlace {
    const before = this.before.standing(this.text, place.start, WIDE_UNITS);
    const after = this.after.standing(this.text, place.end, WIDE_UNITS);
    return { ...place, evidence: this.quoteAt(place) + before.units + after.units, before, after };
  }

  /** What a place weighs by what stands right at it alone. */
  near(place: QuotePlace): WeighedPlace {
    const before = this.before.standing(this.text, place.start, NEAR_UNITS);
    const after = this.after.standing(this.text, place.end, NEAR_UNITS);
    return { ...place, evidence: this.quoteAt(place) + before.units + after.units, before, after };
  }

  /**
   * What a place weighs by what stands right at it, at least 0; beside the passage at `own`, whose
   * context is not taken for that of its neighbour.
   */
  weightAt(place: QuotePlace, own?: Span): number {
    const { start, end } = place;
    const before = this.before.standing(this.text, start, NEAR_UNITS, own && own.start - start);
    const after = this.after.standing(this.text, end, NEAR_UNITS, own && end - own.end);
    return Math.max(0, Math.round(this.quoteAt(place) + before.units + after.units));
  }

  /** What the heaviest of the places weigh that are not the passage at `own`: the heaviest first. */
  weightsBeside(own: Span, places: readonly WeighedPlace[]): number[] {
    return places
      .filter((place) => !overlaps(place, own))
      .map((place) => this.weightAt(place, own))
      .sort((a, b) => b - a)
      .slice(0, MAX_RIVALS);
  }

  private quoteAt({ quoteSimilarity }: QuotePlace): number {
    return this.passage.exact.length * (2 * quoteSimilarity - 1);
  }

  /** Units of the contexts that stand on both sides of a point, with nothing of the quote. */
  seamAt(point: number): number {
    const before = this.before.standing(this.text, point, WIDE_UNITS);
    return before.units + this.after.standing(this.text, point, WIDE_UNITS).units;
  }
}

function byEvidence(a: WeighedPlace, b: WeighedPlace): number {
  return b.evidence - a.evidence || a.start - b.start;
}

/** Two exact occurrences may overlap (ana in banana); any other places that do are one seen twice. */
function isSame(a: WeighedPlace, b: WeighedPlace): boolean {
  const bothExact = a.quoteSimilarity === 1 && b.quoteSimilarity === 1;
  return bothExact ? a.start === b.start : overlaps(a, b);
}

/** The best first; of those that are one place seen twice the unchanged quote, or else the best. */
export function apart(places: readonly WeighedPlace[]): WeighedPlace[] {
  const isExact = (place: WeighedPlace) => Number(place.quoteSimilarity === 1);
  const sorted = [...places].sort((a, b) => isExact(b) - isExact(a) || byEvidence(a, b));
  const kept: WeighedPlace[] = [];
  for (const place of sorted) {
    if (!kept.some((other) => isSame(other, place))) kept.push(place);
  }
  return kept.sort(byEvidence);
}
