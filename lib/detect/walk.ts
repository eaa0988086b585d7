import { compareSpans, type Span } from '@/lib/model/span';
import { isQuote } from '@/lib/text/noise';
import type { Candidate } from './candidate';
import { fits } from './fit';
import { TURN } from './keys';
import type { Matcher } from './matcher';
import { ANY_CLASS, classBit, findBucket, mayPair, pairCode } from './pairs';
import { nextIndex, previousIndex } from './step';

/** What one scan carries along. */
export interface Walk {
  text: string;
  matcher: Matcher;
  forms: readonly string[];
  /** Sorted by compareSpans. */
  found: Candidate[];
}

/** Forms from `low` to before `high`, which agree in the classes read so far. */
interface Range {
  low: number;
  high: number;
}

/** First form of the range whose key has a class ≥ `wanted` at `depth`; keys that have ended come first. */
function lowerBound(matcher: Matcher, range: Range, depth: number, wanted: number): number {
  const { keys, keyStart } = matcher;
  let { low, high } = range;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = keyStart[middle]! + depth;
    if (at >= keyStart[middle + 1]! || keys[at]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the forms that have the class `wanted` at `depth`; false when there is none. */
function narrow(matcher: Matcher, range: Range, depth: number, wanted: number): boolean {
  range.low = lowerBound(matcher, range, depth, wanted);
  range.high = lowerBound(matcher, range, depth, wanted + 1);
  return wanted !== 0 && range.low < range.high;
}

/** Class of the unit at `at`, 0 where there is none. */
function classAt({ text, matcher }: Walk, at: number): number {
  return at < 0 ? 0 : matcher.classOf[text.charCodeAt(at)]!;
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

/**
 * Keeps an occurrence if its edges and gaps fit. A form that begins or ends with a quotation mark
 * (“互联网+政务服务”工作方案) takes it along where the text has it.
 */
function report({ text, matcher, forms, found }: Walk, candidate: Candidate, length: number): void {
  if (candidate.end - candidate.start !== length) {
    const written = forms[candidate.form]!;
    const opens = isQuote(written.charCodeAt(0));
    const closes = isQuote(written.charCodeAt(written.length - 1));
    if (opens && isQuote(text.charCodeAt(candidate.start - 1))) candidate.start--;
    if (closes && isQuote(text.charCodeAt(candidate.end))) candidate.end++;
  }
  if (fits(text, candidate, length, matcher.roles)) insert(found, candidate);
}

/** Reads on to the right of `span`, which holds the first `depth` classes of the forms. */
function walkRight(walk: Walk, range: Range, depth: number, { start, end }: Span): void {
  const { text, matcher } = walk;
  const { roles, keyStart } = matcher;
  let right = end;
  for (let at = depth; ; at++) {
    const form = range.low;
    if (keyStart[form]! + at === keyStart[form + 1]!) {
      // One class of each key is TURN, which is no character.
      report(walk, { start, end: right, form }, at - 1);
      if (++range.low === range.high) return;
    }
    const next = nextIndex(text, right, roles);
    if (!narrow(matcher, range, at, classAt(walk, next))) return;
    right = next + 1;
  }
}

/** Reads on to the left of `span`, which is the anchor and the character before it, turning right wherever a form begins. */
function walkLeft(walk: Walk, range: Range, { start, end }: Span): void {
  const { text, matcher } = walk;
  const { roles, keys, keyStart } = matcher;
  let left = start;
  for (let at = 2; ; at++) {
    if (keys[keyStart[range.low]! + at] === TURN) {
      const turning = { low: range.low, high: lowerBound(matcher, range, at, TURN + 1) };
      range.low = turning.high;
      walkRight(walk, turning, at + 1, { start: left, end });
      if (range.low === range.high) return;
    }
    const previous = previousIndex(text, left, roles);
    if (!narrow(matcher, range, at, classAt(walk, previous))) return;
    left = previous;
  }
}

/** Finds the forms whose anchor stands at `at` and that have characters before it. */
export function findInner(walk: Walk, at: number): void {
  const { text, matcher } = walk;
  const { roles, buckets } = matcher;
  const previous = previousIndex(text, at, roles);
  const code = pairCode(classAt(walk, at), classAt(walk, previous), false);
  if (!mayPair(matcher.pairBits, code)) return;
  const bucket = findBucket(buckets, code);
  if (buckets[bucket] === 0) return;
  const left = classBit(classAt(walk, previousIndex(text, previous, roles)));
  const right = classBit(classAt(walk, nextIndex(text, at + 1, roles)));
  if ((buckets[bucket + 3]! & (left | right | ANY_CLASS)) === 0) return;
  const range = { low: buckets[bucket + 1]!, high: buckets[bucket + 2]! };
  walkLeft(walk, range, { start: previous, end: at + 1 });
}

/** Finds the forms that begin with their anchor, at `at`. */
export function findFirst(walk: Walk, at: number): void {
  const { text, matcher } = walk;
  const { roles, buckets } = matcher;
  const next = nextIndex(text, at + 1, roles);
  const code = pairCode(classAt(walk, at), classAt(walk, next), true);
  if (!mayPair(matcher.pairBits, code)) return;
  const bucket = findBucket(buckets, code);
  if (buckets[bucket] === 0) return;
  const right = classBit(classAt(walk, nextIndex(text, next + 1, roles)));
  if ((buckets[bucket + 3]! & (right | ANY_CLASS)) === 0) return;
  const range = { low: buckets[bucket + 1]!, high: buckets[bucket + 2]! };
  walkRight(walk, range, 3, { start: at, end: next + 1 });
}
