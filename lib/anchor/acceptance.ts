import search from 'approx-string-match';
import { Context, type Standing } from './context';
import { runAfter, runBefore } from './distance';
import type { GramIndex } from './gram-index';
import type { QuotePlace } from './places';
import type { Quote } from './quote';

/** A place with what its surroundings say. */
export interface WeighedPlace extends QuotePlace {
  /** Units of quote and contexts that stand there, less those of the quote that do not. */
  evidence: number;
  /** 0 to 1: the share of all there is to stand. */
  score: number;
  before: Standing;
  after: Standing;
}

/** Least share of a quote that must still stand: of less, more is other words than its own. */
const MIN_QUOTE = 0.5;
/** So many units that stand unbroken are their own evidence where nothing like the quote was. */
const SELF_EVIDENT_UNITS = 12;
/** Units of context that no rival had: as many as say that a place is the quote's and no rival's. */
const PAST_RIVALS_UNITS = 12;
/** Share of the contexts that must stand where a rival's surroundings were nearly those of the quote. */
const ALIKE_SHARE = 0.75;
/** Least units by which the quote must be a better explanation than that it has gone. */
const DELETION_UNITS = 2;
/** Units of each context that are looked at for a seam, and the share of it that may differ. */
const SEAM_UNITS = 24;
const MAX_SEAM_ERRORS = 0.25;

/** Decides which places are the quote's, from what stands around them and what its rivals were. */
export class Acceptance {
  private readonly before: Context;
  private readonly after: Context;
  private seams: number | null = null;

  constructor(
    private readonly text: string,
    private readonly index: () => GramIndex,
    private readonly quote: Quote,
    /** How often the quote stands on the page unchanged. */
    private readonly occurrences: number,
  ) {
    this.before = new Context(quote.prefix, 'before');
    this.after = new Context(quote.suffix, 'after');
  }

  /** Compares the surroundings of a place with the stored contexts. */
  weigh(place: QuotePlace): WeighedPlace {
    const { length } = this.quote.exact;
    const before = this.before.standing(this.text, place.start);
    const after = this.after.standing(this.text, place.end);
    const context = before.units + after.units;
    const evidence = length * (2 * place.quoteSimilarity - 1) + context;
    const whole = length + this.before.length + this.after.length;
    const score = Math.max(0, (length * place.quoteSimilarity + context) / whole);
    return { ...place, evidence, score, before, after };
  }

  /** Whether a place is good enough to be chosen, were it the only one. */
  accepts(place: WeighedPlace): boolean {
    if (place.quoteSimilarity < MIN_QUOTE) return false;
    return this.isEvident(place) || (this.isPastRivals(place) && !this.hasGone(place));
  }

  /** The quote is its own evidence: nothing with its words was on the page, and here they are. */
  private isEvident({ quoteSimilarity, start, end }: WeighedPlace): boolean {
    const { exact, prefix, suffix, rivals } = this.quote;
    const isOnly = rivals.kind === 'unknown' ? this.occurrences === 1 : rivals.kind !== 'equal';
    if (quoteSimilarity < 1 || !isOnly) return false;
    const around = runBefore(prefix, this.text, start) + runAfter(suffix, this.text, end);
    return exact.length + around >= SELF_EVIDENT_UNITS;
  }

  /** More of its surroundings stand than any rival had of them. */
  private isPastRivals({ before, after }: WeighedPlace): boolean {
    const { alike, shared } = this.quote.rivals;
    const units = before.units + after.units;
    if (alike && units < ALIKE_SHARE * (this.before.length + this.after.length)) return false;
    return units >= shared.before + shared.after + PAST_RIVALS_UNITS;
  }

  /**
   * True when that the quote has gone explains the page as well: its contexts then stand side by
   * side, or with other text between them, and what looks like the quote is something else.
   */
  private hasGone({ start, end, evidence, before, after }: WeighedPlace): boolean {
    const points = [start, end, start - before.gap, end + after.gap];
    const near = Math.max(...points.map((point) => this.seamAt(point)));
    return Math.max(near, this.seamElsewhere()) + DELETION_UNITS > evidence;
  }

  private seamAt(point: number): number {
    return this.before.standing(this.text, point).units + this.after.standing(this.text, point).units;
  }

  private seamElsewhere(): number {
    if (this.seams === null) {
      const before = this.quote.prefix.slice(-SEAM_UNITS);
      const seam = before + this.quote.suffix.slice(0, SEAM_UNITS);
      const maxErrors = Math.floor(seam.length * MAX_SEAM_ERRORS);
      const points = this.index()
        .areasLike(seam)
        .flatMap(({ start, end }) => {
          const [found] = search(this.text.slice(start, end), seam, maxErrors);
          return found ? [start + found.start + before.length] : [];
        });
      this.seams = Math.max(0, ...points.map((point) => this.seamAt(point)));
    }
    return this.seams;
  }
}
