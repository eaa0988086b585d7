import { compareSpans, type Span } from '@/lib/model/span';
import { isQuote } from '@/lib/text/noise';
import type { Candidate } from './candidate';
import { fittedSpan } from './fit';
import type { Gazetteer } from './gazetteer';
import { TURN } from './keys';
import { ANY_CLASS, classBit, findBucket, mayPair, pairCode } from './pairs';
import { nextIndex, previousIndex } from './step';

/** Forms from `low` to before `high`, which agree in the classes read so far. */
interface Range {
  low: number;
  high: number;
}

/** Looks closer at one anchor of a text and adds what it finds to `found`, which compareSpans sorts. */
type Look = (text: string, at: number, found: Candidate[]) => void;

export interface Walk {
  /** Finds the forms whose anchor stands at `at` and that have characters before it. */
  findInner: Look;
  /** Finds the forms that begin with their anchor, at `at`. */
  findFirst: Look;
}

/**
 * Keeps the order of start, the longer first. Candidates come in the order of their anchors, so
 * only those that overlap change places: sorting all at the end costs five times as much.
 */
function insert(found: Candidate[], candidate: Candidate): void {
  let at = found.length;
  while (at > 0 && compareSpans(found[at - 1]!, candidate) > 0) {
    found[at] = found[at - 1]!;
    at--;
  }
  found[at] = candidate;
}

/** The two ways to walk from an anchor; a closure for the reason createSiteFinder gives. */
export function createWalk({ matcher, forms }: Pick<Gazetteer, 'matcher' | 'forms'>): Walk {
  const { classOf, roles, keys, keyStart, buckets, pairBits } = matcher;

  /** Class at `depth` of a form's key, -1 where the key has ended. */
  function keyAt(form: number, depth: number): number {
    const at = keyStart[form]! + depth;
    return at < keyStart[form + 1]! ? keys[at]! : -1;
  }

  /** First form of the range whose key has a class ≥ `wanted` at `depth`; keys that have ended come first. */
  function lowerBound(range: Range, depth: number, wanted: number): number {
    let { low, high } = range;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keyAt(middle, depth) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keeps the forms that have the class `wanted` at `depth`; false when there is none. */
  function narrow(range: Range, depth: number, wanted: number): boolean {
    if (wanted === 0) return false;
    // Mostly the range is one form, or all of it goes on alike.
    if (keyAt(range.low, depth) !== wanted) {
      if (range.low + 1 === range.high) return false;
      range.low = lowerBound(range, depth, wanted);
    }
    if (range.low < range.high && keyAt(range.high - 1, depth) !== wanted)
      range.high = lowerBound(range, depth, wanted + 1);
    return range.low < range.high;
  }

  /** Class of the unit at `at`, 0 where there is none. */
  function classAt(text: string, at: number): number {
    return at < 0 ? 0 : classOf[text.charCodeAt(at)]!;
  }

  /**
   * Keeps an occurrence if its edges and gaps fit. A form that begins or ends with a quotation mark
   * (“互联网+政务服务”工作方案) takes it along where the text has it.
   */
  function report(text: string, found: Candidate[], candidate: Candidate, length: number): void {
    if (candidate.end - candidate.start !== length) {
      const written = forms[candidate.form]!;
      const opens = isQuote(written.charCodeAt(0));
      const closes = isQuote(written.charCodeAt(written.length - 1));
      if (opens && isQuote(text.charCodeAt(candidate.start - 1))) candidate.start--;
      if (closes && isQuote(text.charCodeAt(candidate.end))) candidate.end++;
    }
    const span = fittedSpan(text, candidate, length, roles);
    if (span === null) return;
    candidate.start = span.start;
    candidate.end = span.end;
    insert(found, candidate);
  }

  /** Reads on to the right of `span`, which holds the first `depth` classes of the forms. */
  function walkRight(
    text: string,
    found: Candidate[],
    range: Range,
    depth: number,
    { start, end }: Span,
  ): void {
    let right = end;
    for (let at = depth; ; at++) {
      const form = range.low;
      if (keyStart[form]! + at === keyStart[form + 1]!) {
        // One class of each key is TURN, which is no character.
        report(text, found, { start, end: right, form }, at - 1);
        if (++range.low === range.high) return;
      }
      const next = nextIndex(text, right, roles);
      if (!narrow(range, at, classAt(text, next))) return;
      right = next + 1;
    }
  }

  /** Reads on to the left of `span`, which is the anchor and the character before it, turning right wherever a form begins. */
  function walkLeft(text: string, found: Candidate[], range: Range, { start, end }: Span): void {
    let left = start;
    for (let at = 2; ; at++) {
      if (keys[keyStart[range.low]! + at] === TURN) {
        const alone = range.low + 1 === range.high;
        const high = alone ? range.high : lowerBound(range, at, TURN + 1);
        const turning = { low: range.low, high };
        range.low = high;
        walkRight(text, found, turning, at + 1, { start: left, end });
        if (range.low === range.high) return;
      }
      const previous = previousIndex(text, left, roles);
      if (!narrow(range, at, classAt(text, previous))) return;
      left = previous;
    }
  }

  const findInner: Look = (text, at, found) => {
    const previous = previousIndex(text, at, roles);
    const code = pairCode(classAt(text, at), classAt(text, previous), false);
    if (!mayPair(pairBits, code)) return;
    const bucket = findBucket(buckets, code);
    if (buckets[bucket] === 0) return;
    const left = classBit(classAt(text, previousIndex(text, previous, roles)));
    const right = classBit(classAt(text, nextIndex(text, at + 1, roles)));
    if ((buckets[bucket + 3]! & (left | right | ANY_CLASS)) === 0) return;
    const range = { low: buckets[bucket + 1]!, high: buckets[bucket + 2]! };
    walkLeft(text, found, range, { start: previous, end: at + 1 });
  };

  const findFirst: Look = (text, at, found) => {
    const next = nextIndex(text, at + 1, roles);
    const code = pairCode(classAt(text, at), classAt(text, next), true);
    if (!mayPair(pairBits, code)) return;
    const bucket = findBucket(buckets, code);
    if (buckets[bucket] === 0) return;
    const right = classBit(classAt(text, nextIndex(text, next + 1, roles)));
    if ((buckets[bucket + 3]! & (right | ANY_CLASS)) === 0) return;
    const range = { low: buckets[bucket + 1]!, high: buckets[bucket + 2]! };
    walkRight(text, found, range, 3, { start: at, end: next + 1 });
  };

  return { findInner, findFirst };
}
