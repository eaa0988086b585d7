import type { Span } from '@/lib/model/span';

/** Units of a gram: four Chinese characters are rare enough to tell places apart. */
const GRAM_UNITS = 4;
/** A gram's units make one number, from the last to the first; by LEAVING one counts that is past them. */
const BASE = 0x01000193;
const LEAVING = Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE));
/** Places of one gram that are counted; grams more frequent than this say little anyway. */
const MAX_PLACES = 256;
/** Places are counted by stretches of this many units (a power of two, as a shift). */
const STRETCH_SHIFT = 7;
/** Least evidence, in grams that stand nowhere else, for a stretch to be looked at. */
const MIN_EVIDENCE = 1;
/** Stretches looked at, the likeliest first. */
const MAX_STRETCHES = 8;

/**
 * Where pieces of a passage stand in a text. Built once a text in linear time and memory, after
 * which looking a passage up costs no more than the passage is long, however long the text.
 */
export class GramIndex {
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly mask: number;

  constructor(private readonly text: string) {
    const size = 1 << Math.min(20, Math.max(8, 32 - Math.clz32(text.length)));
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(-1);
    this.next = new Int32Array(text.length).fill(-1);
    let units = 0;
    for (let at = text.length - 1; at >= 0; at--) {
      // Read from behind, the unit that comes is the first of its gram, and the last but four leaves.
      units = (Math.imul(units, BASE) + text.charCodeAt(at)) | 0;
      if (at + GRAM_UNITS < text.length)
        units = (units - Math.imul(text.charCodeAt(at + GRAM_UNITS), LEAVING)) | 0;
      if (at + GRAM_UNITS > text.length) continue;
      const slot = this.slotOf(units);
      this.next[at] = this.heads[slot]!;
      this.heads[slot] = at;
    }
  }

  /** Stretches of the text in which much of the passage may stand, wide enough for all of it. */
  areasLike(passage: string): Span[] {
    const votes = this.count(passage);
    const around = (i: number) => votes[i]! + (votes[i - 1] ?? 0) + (votes[i + 1] ?? 0);
    const likely = [...votes.keys()]
      .filter((i) => votes[i]! > 0 && around(i) >= MIN_EVIDENCE)
      .sort((a, b) => around(b) - around(a) || a - b)
      .slice(0, MAX_STRETCHES)
      .sort((a, b) => a - b);
    const areas: Span[] = [];
    for (const stretch of likely) {
      const start = Math.max(0, (stretch << STRETCH_SHIFT) - passage.length);
      const end = Math.min(this.text.length, ((stretch + 1) << STRETCH_SHIFT) + passage.length);
      const last = areas.at(-1);
      if (last && start <= last.end) last.end = end;
      else areas.push({ start, end });
    }
    return areas;
  }

  /** For each stretch, how many grams of the passage it holds; a gram of n places counts 1/√n. */
  private count(passage: string): Float64Array {
    const votes = new Float64Array((this.text.length >> STRETCH_SHIFT) + 1);
    for (let at = 0; at + GRAM_UNITS <= passage.length; at++) {
      const places = this.boundariesOf(passage, at);
      const weight = 1 / Math.sqrt(places.length);
      for (const place of places) votes[place >> STRETCH_SHIFT]! += weight;
    }
    return votes;
  }

  private boundariesOf(passage: string, at: number): number[] {
    const places: number[] = [];
    let place = this.heads[this.hash(passage, at)]!;
    for (; place >= 0 && places.length < MAX_PLACES; place = this.next[place]!) {
      if (this.text.startsWith(passage.slice(at, at + GRAM_UNITS), place)) places.push(place);
    }
    return places;
  }

  private hash(text: string, at: number): number {
    let units = 0;
    for (let i = GRAM_UNITS - 1; i >= 0; i--)
      units = (Math.imul(units, BASE) + text.charCodeAt(at + i)) | 0;
    return this.slotOf(units);
  }

  private slotOf(units: number): number {
    const mixed = Math.imul(units ^ (units >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & this.mask;
  }
}
