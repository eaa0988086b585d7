import { Context, type Standing } from './context';
import type { Passage, QuotePlace } from './places';

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

  weigh(place: QuotePlace): WeighedPlace {
    const before = this.before.standing(this.text, place.start);
    const after = this.after.standing(this.text, place.end);
    const quote = this.passage.exact.length * (2 * place.quoteSimilarity - 1);
    return { ...place, evidence: quote + before.units + after.units, before, after };
  }

  /** Units of the contexts that stand on both sides of a point, with nothing of the quote. */
  seamAt(point: number): number {
    return (
      this.before.standing(this.text, point).units + this.after.standing(this.text, point).units
    );
  }
}

function byEvidence(a: WeighedPlace, b: WeighedPlace): number {
  return b.evidence - a.evidence || a.start - b.start;
}

/** Two exact occurrences may overlap (ana in banana); any other places that do are one seen twice. */
function isSame(a: WeighedPlace, b: WeighedPlace): boolean {
  const bothExact = a.quoteSimilarity === 1 && b.quoteSimilarity === 1;
  return bothExact ? a.start === b.start : a.start < b.end && b.start < a.end;
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
