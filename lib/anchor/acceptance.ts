import search from 'approx-string-match';
import { contextDistance, runAfter, runBefore } from './distance';
import type { GramIndex } from './gram-index';
import type { QuotePlace } from './places';
import type { Quote } from './quote';
import { CONTEXT_UNITS } from './rivals';

/** A place with what its surroundings say. */
export interface WeighedPlace extends QuotePlace {
  /** 0 to 1: share of the quote and of the 64 units on each side of it that stand there. */
  score: number;
  /** Similarity of each context, 0 to 1; a side without stored context counts as the other. */
  before: number;
  after: number;
}

/** Least share of a quote that must still stand. */
const MIN_QUOTE = 0.7;
/** The same for a quote with rivals. */
const MIN_QUOTE_WITH_RIVALS = 0.77;
/** A quote without equals that stands unchanged with this many units around is its own evidence. */
const SELF_EVIDENT_UNITS = 12;
/** An edited quote without rivals of at least this many units, so much of which stands, is too. */
const SELF_EVIDENT_EDITED_UNITS = 16;
const SELF_EVIDENT_SIMILARITY = 0.78;
/** Least similarity of the better context of a quote without equals: unchanged, and edited. */
const MIN_CONTEXT = 0.5;
const MIN_CONTEXT_EDITED = 0.6;
/** Units that must stand unchanged on both sides of a quote beyond all that it shared with rivals. */
const PAST_BOTH_UNITS = 10;
/** The same on one side alone, with the least similarity of that side, by the rivals' surroundings. */
const PAST_ONE = {
  apart: { run: 10, similarity: 0.5 },
  alike: { run: 24, similarity: 0.7 },
};
/**
 * Units of both contexts together that may differ for a quote with rivals. `apart` rivals differ
 * from it there in 64 or more (rivals.ts): half of that is nearer to the quote than to any rival.
 * Rows of a list that change places differ in a dozen.
 */
const MAX_CHANGED_UNITS = {
  apart: { exact: 32, edited: 20 },
  alike: { exact: 10, edited: 10 },
};
/** A runner-up within this many units of the best makes a place ambiguous; of a small quote, a share. */
const MARGIN_UNITS = 8;
const MARGIN_SHARE = 0.06;
/** The same where the words stood elsewhere too: a neighbour may have taken the quote's place. */
const MARGIN_UNITS_EQUAL = 32;

/** Units of each context that are looked at for a seam. */
const SEAM_UNITS = 24;
/** What the deletion of a quote counts, in units, against the edits that would explain it away. */
const DELETION_UNITS = 2;
/** Share of a seam that may differ. */
const MAX_SEAM_ERRORS = 0.25;

/** Decides which places are the quote's, from what stands around them and what its rivals were. */
export class Acceptance {
  private seam: number | null = null;

  constructor(
    private readonly text: string,
    private readonly index: () => GramIndex,
    private readonly quote: Quote,
    /** How often the quote stands on the page unchanged. */
    private readonly occurrences: number,
  ) {}

  /** Compares the surroundings of a place with the stored contexts. */
  weigh(place: QuotePlace): WeighedPlace {
    const { prefix, suffix } = this.quote;
    const before = this.contextAt(place.start, prefix, 'before');
    const after = this.contextAt(place.end, suffix, 'after');
    const evidence =
      place.quoteSimilarity * this.quote.exact.length +
      this.scaleOf(prefix) * (before ?? 0) +
      this.scaleOf(suffix) * (after ?? 0);
    return {
      ...place,
      score: evidence / this.totalUnits,
      before: before ?? after ?? 1,
      after: after ?? before ?? 1,
    };
  }

  /** Units that count: the quote's and those of its contexts. */
  private get totalUnits(): number {
    const { exact, prefix, suffix } = this.quote;
    return exact.length + this.scaleOf(prefix) + this.scaleOf(suffix);
  }

  private scaleOf(context: string): number {
    return Math.min(context.length, CONTEXT_UNITS);
  }

  private contextAt(edge: number, context: string, side: 'before' | 'after'): number | null {
    if (context === '') return null;
    const scale = this.scaleOf(context);
    return 1 - contextDistance(context, this.text, edge, side, scale) / scale;
  }

  /** Whether a place is good enough to be chosen, were it the only one. */
  accepts(place: WeighedPlace): boolean {
    if (place.quoteSimilarity < MIN_QUOTE) return false;
    return this.isEvident(place) || (this.fits(place) && !this.hasGone(place));
  }

  /** The quote is its own evidence: nothing like it was on the page, and here it is. */
  private isEvident(place: WeighedPlace): boolean {
    const { exact, rivals } = this.quote;
    if (place.quoteSimilarity === 1) {
      const { before, after } = this.runs(place);
      const isUnrivalled =
        rivals.kind === 'unknown' ? this.occurrences === 1 : rivals.kind !== 'equal';
      return isUnrivalled && before + exact.length + after >= SELF_EVIDENT_UNITS;
    }
    return (
      (rivals.kind === 'none' || rivals.kind === 'unknown') &&
      exact.length >= SELF_EVIDENT_EDITED_UNITS &&
      place.quoteSimilarity >= SELF_EVIDENT_SIMILARITY
    );
  }

  /** The contexts speak for the place, as strongly as the quote's rivals demand. */
  private fits(place: WeighedPlace): boolean {
    const { rivals } = this.quote;
    const { before, after } = place;
    const isExact = place.quoteSimilarity === 1;
    const better = Math.max(before, after);
    if (rivals.kind === 'none' || rivals.kind === 'unknown') {
      return better >= (isExact ? MIN_CONTEXT : MIN_CONTEXT_EDITED);
    }
    if (rivals.kind === 'similar' && isExact) return better >= MIN_CONTEXT;
    if (place.quoteSimilarity < MIN_QUOTE_WITH_RIVALS) return false;
    const most = MAX_CHANGED_UNITS[rivals.alike ? 'alike' : 'apart'];
    const changed = (2 - before - after) * CONTEXT_UNITS;
    if (!isExact) return changed <= most.edited;
    return changed <= most.exact || this.standsPastRivals(place);
  }

  /**
   * More stands unchanged beside the quote than beside any rival. One side is enough: a rival can
   * come to have one side of the quote's context only when all that stood between them is deleted,
   * and then the page is the same as if the rival had gone and the quote were left.
   */
  private standsPastRivals(place: WeighedPlace): boolean {
    const { alike, shared } = this.quote.rivals;
    const runs = this.runs(place);
    const before = runs.before - shared.before;
    const after = runs.after - shared.after;
    if (before > 0 && after > 0 && before + after >= PAST_BOTH_UNITS) return true;
    const least = alike ? PAST_ONE.alike : PAST_ONE.apart;
    const speaks = (units: number, similarity: number) =>
      units >= least.run && similarity >= least.similarity;
    return speaks(before, place.before) || speaks(after, place.after);
  }

  /** Units of both contexts that stand unchanged right beside a place. */
  private runs({ start, end }: WeighedPlace): { before: number; after: number } {
    const { prefix, suffix } = this.quote;
    return {
      before: runBefore(prefix, this.text, start),
      after: runAfter(suffix, this.text, end),
    };
  }

  /** How far behind the best, in score, a place must be not to be taken for its equal. */
  get margin(): number {
    const isRepeated = this.quote.rivals.kind === 'equal';
    const units = isRepeated ? MARGIN_UNITS_EQUAL : MARGIN_UNITS;
    return Math.min(isRepeated ? 1 : MARGIN_SHARE, units / this.totalUnits);
  }

  /**
   * True when the two contexts stand side by side, the quote gone from between them, and fit
   * better there than around the place: what looks like the quote is then its neighbour.
   */
  private hasGone({ start, end }: WeighedPlace): boolean {
    const before = this.quote.prefix.slice(-SEAM_UNITS);
    const after = this.quote.suffix.slice(0, SEAM_UNITS);
    const here =
      contextDistance(before, this.text, start, 'before', SEAM_UNITS) +
      contextDistance(after, this.text, end, 'after', SEAM_UNITS);
    return (
      here > 0 &&
      this.seamErrors(before + after) + Math.min(this.quote.exact.length, DELETION_UNITS) <= here
    );
  }

  private seamErrors(seam: string): number {
    if (this.seam === null) {
      const maxErrors = Math.floor(seam.length * MAX_SEAM_ERRORS);
      const errors = this.index()
        .areasLike(seam)
        .map(({ start, end }) => search(this.text.slice(start, end), seam, maxErrors)[0]?.errors);
      this.seam = Math.min(...errors.map((each) => each ?? Number.POSITIVE_INFINITY));
    }
    return this.seam;
  }
}
