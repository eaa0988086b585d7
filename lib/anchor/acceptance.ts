import search from 'approx-string-match';
import { runAfter, runBefore } from './distance';
import { costOfChange, costOfPlaces } from './explain';
import type { GramIndex } from './gram-index';
import type { Image } from './image';
import type { Quote } from './quote';
import { RIVAL_SIMILARITY } from './rivals';
import type { WeighedPlace, Weighing } from './weigh';

/** So many units that stand unbroken are their own evidence where nothing like the quote was. */
const SELF_EVIDENT_UNITS = 12;
/**
 * Fewer units, of quote and surroundings together, may stand anywhere by chance; of an edited quote,
 * whose like is easily found, its surroundings alone.
 */
const MIN_EVIDENCE_UNITS = 16;
/** Least units by which the quote must be a better explanation than that it has gone. */
const DELETION_UNITS = 2;
/** Least share of an edited quote that is kept where its landmarks say that it stands, or may. */
export const MIN_KEPT = 0.5;
/**
 * How far what stands in the quote's stead is ahead of what else explains the page (see `leadOf`): by more
 * than a unit kept by chance, by a word, and by more than any two words that look alike.
 */
const LIKELY_LEAD = 20;
const CLEAR_LEAD = 40;
const SURE_LEAD = 150;
/** Of a rival that stood where the quote would have moved to, it must weigh so many times as much. */
const NO_RIVAL = 2;
/** A rival whose weight falls short of the quote's by no more, a word, is its twin. */
const TWIN_UNITS = 4;
/** Units that may have been put between a quote beside rivals and what touches it: a word. */
const WORD_UNITS = 2;
/** Units of each context that are looked at for a seam, and the share of it that may differ. */
const SEAM_UNITS = 24;
const MAX_SEAM_ERRORS = 0.25;

/** Decides which places are the quote's, from what stands around them and what its rivals were. */
export class Acceptance {
  private seams: number | null = null;

  constructor(
    private readonly text: string,
    private readonly index: () => GramIndex,
    private readonly quote: Quote,
    private readonly weighing: Weighing,
    /** How often the quote stands on the page unchanged. */
    private readonly occurrences: number,
  ) {}

  /** Whether the best place is the quote's; `others` are the rest, the best first. */
  accepts(best: WeighedPlace, others: readonly WeighedPlace[]): boolean {
    // Passages less like it were not counted as rivals: nobody could say that it is none of them.
    if (best.quoteSimilarity < RIVAL_SIMILARITY) return false;
    if (this.isEvident(best)) return true;
    const near = this.weighing.near(best);
    const context = near.before.units + near.after.units;
    const evidence = best.quoteSimilarity === 1 ? best.evidence : Math.min(context, best.evidence);
    if (evidence < MIN_EVIDENCE_UNITS || this.mayBeRival(near, others)) return false;
    return this.isNoRival(best, others) && !this.hasGone(best);
  }

  /**
   * Whether what stands in the quote's stead between its landmarks is the quote. Its order on the page
   * speaks for it already; so does each unit of context beside it, less what was put in between, and by
   * how much it is the best explanation of what is there. One that is hardly better than that the quote
   * has gone is something else in some of its words, however many these are.
   */
  acceptsImage(image: Image, leadOf: () => number | null): boolean {
    // Of what is too long to compare, only what stands anyway is taken.
    let known: number | undefined;
    const lead = () => {
      known ??= leadOf() ?? LIKELY_LEAD;
      return known;
    };
    const { exact, evidence: rivals } = this.quote;
    const { kept } = image;
    const { before, after, evidence } = this.weighing.near({ ...image, quoteSimilarity: kept });
    const sides = [before, after].filter(({ units }) => units > 0);
    const context = sides.reduce((sum, { units, gap }) => sum + Math.max(0, units - gap), 0);
    if (kept < MIN_KEPT) return false;
    if (kept < 1 && lead() < LIKELY_LEAD) return false;
    const isBetween = sides.length === 2 && sides.every(({ gap }) => gap === 0);
    const more = exact.length * (2 * kept - 1);
    const isMore = more > (isBetween ? 0 : DELETION_UNITS);
    const isLikely = context > 0 && context + kept * exact.length >= MIN_EVIDENCE_UNITS;
    const [heaviest] = rivals;
    if (heaviest === undefined) {
      if (more >= SELF_EVIDENT_UNITS) return true;
      return (isLikely && (isBetween || isMore)) || lead() >= CLEAR_LEAD;
    }
    const touches = sides.some(({ gap }) => gap <= WORD_UNITS);
    const stands = isLikely && isMore && touches;
    if (stands && kept === 1) return true;
    if (sides.length === 0) return false;
    if (evidence <= heaviest) return lead() >= (stands ? CLEAR_LEAD : SURE_LEAD);
    if (kept === 1) return lead() >= (touches ? LIKELY_LEAD : CLEAR_LEAD);
    return lead() >= (stands ? LIKELY_LEAD : touches ? CLEAR_LEAD : SURE_LEAD);
  }

  /** How many rivals stood in the quote's own surroundings: its text was on the page more than once. */
  private get twins(): number {
    const least = this.weighing.whole - TWIN_UNITS;
    return this.quote.evidence.filter((weight) => weight >= least).length;
  }

  /**
   * True where the quote's twins stand with it: all copies of the text were edited alike, and so many
   * other places are as good as the best.
   */
  standWithTwins({ evidence, quoteSimilarity }: WeighedPlace, equals: number): boolean {
    if (quoteSimilarity < RIVAL_SIMILARITY || evidence < MIN_EVIDENCE_UNITS) return false;
    return this.twins > 0 && equals >= this.twins;
  }

  /** A place that touches a context and weighs much more than any rival did is none of them. */
  outweighsRivals(place: WeighedPlace): boolean {
    const [heaviest = 0] = this.quote.evidence;
    const { before, after, evidence } = this.weighing.near(place);
    const touches = [before, after].some(({ units, gap }) => units > 0 && gap <= WORD_UNITS);
    return touches && evidence >= NO_RIVAL * heaviest;
  }

  /** The quote is its own evidence: nothing with its words was on the page, and here they are. */
  private isEvident({ quoteSimilarity, start, end }: WeighedPlace): boolean {
    const { exact, prefix, suffix, rivals } = this.quote;
    const isOnly = rivals.kind === 'unknown' ? this.occurrences === 1 : rivals.kind !== 'equal';
    if (quoteSimilarity < 1 || !isOnly) return false;
    const around = runBefore(prefix, this.text, start) + runAfter(suffix, this.text, end);
    return exact.length + around >= SELF_EVIDENT_UNITS;
  }

  /**
   * True when the place may be a rival at its own place: one weighed as much as it does by what
   * stands right at it (farther off are the surroundings of both); or its words are not quite the
   * quote's, and other text stands between it and the contexts, or more like it has come.
   */
  private mayBeRival(near: WeighedPlace, others: readonly WeighedPlace[]): boolean {
    const { evidence: rivals } = this.quote;
    const [heaviest] = rivals;
    if (heaviest === undefined) return false;
    if (near.evidence <= heaviest) return true;
    if (near.quoteSimilarity === 1 || this.outweighsRivals(near)) return false;
    const likely = others.filter(({ quoteSimilarity }) => quoteSimilarity >= RIVAL_SIMILARITY);
    const hasCome = this.weighing.weightsBeside(near, likely).length > rivals.length;
    return hasCome || near.before.gap > 0 || near.after.gap > 0;
  }

  /**
   * True when that the quote stands here, and its rivals where the other places are, explains what
   * is found better than that it has gone and the best place is a rival.
   */
  private isNoRival(best: WeighedPlace, others: readonly WeighedPlace[]): boolean {
    const { evidence: rivals } = this.quote;
    const likely = others.filter(({ quoteSimilarity }) => quoteSimilarity >= RIVAL_SIMILARITY);
    const rest = this.weighing.weightsBeside(best, likely);
    const { whole } = this.weighing;
    const stands = costOfChange(whole, best.evidence) + costOfPlaces(rivals, rest);
    const weight = this.weighing.weightAt(best);
    let gone = weight + costOfPlaces(rivals, rest);
    for (const [i, rival] of rivals.entries()) {
      const left = rivals.filter((_, j) => j !== i);
      gone = Math.min(gone, costOfChange(rival, weight) + costOfPlaces(left, rest));
    }
    return stands < gone + costOfChange(whole, 0);
  }

  /**
   * True when that the quote has gone explains the page as well: its contexts then stand side by
   * side, or with other text between them, and what looks like the quote is something else.
   */
  private hasGone({ start, end, evidence, before, after }: WeighedPlace): boolean {
    const points = [start, end, start - before.gap, end + after.gap];
    const near = Math.max(...points.map((point) => this.weighing.seamAt(point)));
    const seam = Math.max(near, this.seamElsewhere());
    // A rival has the quote's words too: beside rivals only what stands around it speaks for it.
    if (this.quote.evidence.length > 0) return seam >= before.units + after.units;
    return seam + DELETION_UNITS > evidence;
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
      this.seams = Math.max(0, ...points.map((point) => this.weighing.seamAt(point)));
    }
    return this.seams;
  }
}
