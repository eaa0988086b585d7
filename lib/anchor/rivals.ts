import { overlaps, type Span } from '@/lib/model/span';
import { contextDistance, runAfter, runBefore } from './distance';
import type { GramIndex } from './gram-index';
import { MAX_CONTEXT_UNITS } from './normal-text';
import { exactPlaces, type QuotePlace, similarPlaces } from './places';

/** Normal units of context on each side of a quote without rivals: twice Hypothesis's 32. */
const CONTEXT_UNITS = 64;
/**
 * Longest common context beside which rivals still stand in surroundings of their own. Ranges of
 * CONTEXTS are 32 units wide, and a context that would end within a character takes one more.
 */
const MAX_SHARED_UNITS = 30;
/** Surroundings that differ in fewer units than this are alike, as those of a list's rows are. */
const MIN_DIFFERENCE_UNITS = 64;
/** Units on each side that are compared for it. */
const COMPARED_UNITS = 128;
/** A passage elsewhere of which at least this share is the quote is a rival. */
export const RIVAL_SIMILARITY = 0.55;

/**
 * What a page had beside the quote when it was saved. An edit may take the quote away and leave a
 * rival standing, which must not be mistaken for it.
 */
export interface Rivals {
  /**
   * Passages like the quote, or with its very words (or beside its very words, which is as bad).
   * Unknown where the context is shorter than ours: the page was small, or others made it.
   */
  kind: 'none' | 'similar' | 'equal' | 'unknown';
  /** Their surroundings are nearly those of the quote. */
  alike: boolean;
  /** Most units of context that one of them has in common with the quote, on each side. */
  shared: Sides;
}

/** Units of context on each side. */
interface Sides {
  before: number;
  after: number;
}

const NOTHING: Sides = { before: 0, after: 0 };
const NO_RIVALS: Rivals = { kind: 'none', alike: false, shared: NOTHING };

/** Finds the rivals of a quote, every passage elsewhere on the page that is like it, and sums them up. */
export function findRivals(
  text: string,
  here: Span,
  index: GramIndex,
): { rivals: Rivals; places: QuotePlace[] } {
  const exact = text.slice(here.start, here.end);
  const prefix = text.slice(here.start - MAX_CONTEXT_UNITS, here.start);
  const suffix = text.slice(here.end, here.end + MAX_CONTEXT_UNITS);
  const quote = { exact, prefix, suffix };
  const equal = exactPlaces(text, quote).filter(({ start }) => start !== here.start);
  const similar = similarPlaces(text, index, quote).filter(
    (place) => !overlaps(place, here) && place.quoteSimilarity >= RIVAL_SIMILARITY,
  );
  const rivals = [...equal, ...similar];
  return { rivals: sumUp(text, here, { prefix, suffix }, equal, rivals), places: rivals };
}

function sumUp(
  text: string,
  here: Span,
  { prefix, suffix }: { prefix: string; suffix: string },
  equal: readonly QuotePlace[],
  rivals: readonly QuotePlace[],
): Rivals {
  if (rivals.length === 0) return NO_RIVALS;
  const shared = {
    before: Math.max(...rivals.map(({ start }) => runBefore(prefix, text, start))),
    after: Math.max(...rivals.map(({ end }) => runAfter(suffix, text, end))),
  };
  if (Math.max(shared.before, shared.after) > MAX_SHARED_UNITS) {
    return { kind: 'equal', alike: true, shared };
  }
  const alike = rivals.some((rival) => difference(text, here, rival) < MIN_DIFFERENCE_UNITS);
  return { kind: equal.length > 0 ? 'equal' : 'similar', alike, shared };
}

/** Units by which the surroundings of two places differ. */
function difference(text: string, here: Span, rival: Span): number {
  const before = text.slice(here.start - COMPARED_UNITS, here.start);
  const after = text.slice(here.end, here.end + COMPARED_UNITS);
  return (
    contextDistance(before, text, rival.start, 'before', MIN_DIFFERENCE_UNITS) +
    contextDistance(after, text, rival.end, 'after', MIN_DIFFERENCE_UNITS)
  );
}

/**
 * Units of context kept on each side of a quote, by its rivals; what they share with it on that
 * side is added. Each sort has a range of its own, the last one as far as contexts go.
 */
const CONTEXTS: readonly { from: number; kind: Rivals['kind']; alike: boolean }[] = [
  { from: 192, kind: 'equal', alike: true },
  { from: 160, kind: 'similar', alike: true },
  { from: 128, kind: 'equal', alike: false },
  { from: 96, kind: 'similar', alike: false },
];

/**
 * How much context a quote is kept with. The model has no field for rivals, and needs none: context
 * is what tells a quote from them, so the more alike they are the more of it is kept. Where the page
 * has no `room` for it on one side, the other side's length stands for both.
 */
export function contextUnits({ kind, alike, shared }: Rivals, room: Sides): Sides {
  const row = CONTEXTS.find((each) => each.kind === kind && each.alike === alike);
  if (!row) return { before: CONTEXT_UNITS, after: CONTEXT_UNITS };
  const most = Math.max(shared.before, shared.after);
  const isCut = room.before < row.from + shared.before || room.after < row.from + shared.after;
  return {
    before: Math.min(MAX_CONTEXT_UNITS, row.from + (isCut ? most : shared.before)),
    after: Math.min(MAX_CONTEXT_UNITS, row.from + (isCut ? most : shared.after)),
  };
}

/**
 * Units that both contexts would have, had the page not ended: a shorter one was cut off by its
 * edge. 0 for short contexts that are not `ours`, of which nothing is known.
 */
export function leastUnits({ before, after }: Sides, ours: boolean): number {
  const longer = Math.max(before, after);
  if (longer < CONTEXT_UNITS) return ours ? CONTEXT_UNITS : 0;
  return CONTEXTS.find(({ from }) => longer >= from)?.from ?? CONTEXT_UNITS;
}

/**
 * What the lengths of stored contexts say of the quote's rivals: the inverse of contextUnits. A
 * context that falls short of its range was cut off by the page's edge; the other one then says what
 * rivals share on either side.
 */
export function rivalsOf({ before, after }: Sides): Rivals {
  const longer = Math.max(before, after);
  if (longer < CONTEXT_UNITS) return { kind: 'unknown', alike: false, shared: NOTHING };
  const row = CONTEXTS.find(({ from }) => longer >= from);
  if (!row) return NO_RIVALS;
  const past = (units: number) => (units >= row.from ? units : longer) - row.from;
  return {
    kind: row.kind,
    alike: row.alike,
    shared: { before: past(before), after: past(after) },
  };
}
