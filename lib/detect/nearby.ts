import type { EntityId } from '@/lib/model/entity';
import type { Span } from '@/lib/model/span';
import { gapEnd } from '@/lib/text/noise';

/** How a division named near another name stands to it: closest first. */
export type Nearness = 'attached' | 'same-sentence' | 'same-block' | 'later';

export interface Neighbour {
  division: EntityId;
  nearness: Nearness;
}

/** Begins with the line feed before a blank line. */
const BLOCK_EDGE = /\n[^\S\n]*\n/;
/** Between a division and the name that belongs to it: 上海市的“一网通办”. */
const LINKING = /^(?:省|市|的|政务服务|政务|政府|全市|全省|[\s“‘「『"'《])*$/;
/** Nothing longer links. */
const LONGEST_LINK = 24;

/** 。！？； or a line feed; a Set of them takes four times as long. */
function isSentenceEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x3002 || unit === 0x0a || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f;
}

/** The first end of a sentence in [from, to), or `to`. */
function firstSentenceEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isSentenceEnd(text, at)) at++;
  return at;
}

/** The last one, or -1. */
function lastSentenceEnd(text: string, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && !isSentenceEnd(text, at)) at--;
  return at < from ? -1 : at;
}

/** Where the first block ends in [from, to), or `to`. */
function firstBlockEdge(text: string, from: number, to: number): number {
  const found = text.slice(from, to).search(BLOCK_EDGE);
  return found < 0 ? to : from + found;
}

/** The function, which is asked once for each index and then remembered. */
function remember(look: (index: number) => number): (index: number) => number {
  const known: number[] = [];
  return (index) => {
    known[index] ??= look(index);
    return known[index];
  };
}

/**
 * Answers for each of the names, which are in the text's order, which divisions are named next to it
 * (`divisions` has for each name the one that it speaks of without needing support itself, or null):
 * the nearest before it in its block, and the nearest behind it in its sentence. What stands between
 * two divisions is read once in each direction, however many names are in it, and not at all where
 * none of them asks.
 */
export function createNeighbours(
  text: string,
  names: readonly Span[],
  divisions: readonly (EntityId | null)[],
): (index: number) => Neighbour[] {
  const before = new Int32Array(names.length);
  const after = new Int32Array(names.length);
  for (let i = 0, last = -1; i < names.length; i++) {
    before[i] = last;
    if (divisions[i] !== null) last = i;
  }
  for (let i = names.length - 1, next = -1; i >= 0; i--) {
    after[i] = next;
    if (divisions[i] !== null) next = i;
  }

  /** Where what follows a division's name begins, past a gloss of it; -1 where nothing does. */
  const gapAfter = remember((index) => gapEnd(text, names[index]!.end));
  /** Start of the next division's name. */
  const nextStart = (index: number) => names[after[index]!]?.start ?? text.length;
  const sentenceEndAfter = remember((index) =>
    firstSentenceEnd(text, gapAfter(index), nextStart(index)),
  );
  const blockEdgeAfter = remember((index) =>
    firstBlockEdge(text, sentenceEndAfter(index), nextStart(index)),
  );
  const sentenceEndBefore = remember((index) =>
    lastSentenceEnd(text, names[before[index]!]?.end ?? 0, names[index]!.start),
  );

  function nearnessBefore(division: number, { start }: Span): Nearness | null {
    const from = gapAfter(division);
    if (from < 0) return null;
    // A line feed ends a sentence: no block ends within one.
    const isSame = sentenceEndAfter(division) >= start;
    if (!isSame && blockEdgeAfter(division) < start) return null;
    if (start - from <= LONGEST_LINK && LINKING.test(text.slice(from, start))) return 'attached';
    return isSame ? 'same-sentence' : 'same-block';
  }

  /** True when the division's name follows in the name's sentence. */
  function isLater(division: number, { end }: Span): boolean {
    const from = gapEnd(text, end);
    return from >= 0 && sentenceEndBefore(division) < from;
  }

  return (index) => {
    const name = names[index]!;
    const found: Neighbour[] = [];
    const former = divisions[before[index]!];
    const nearness = former ? nearnessBefore(before[index]!, name) : null;
    if (former && nearness) found.push({ division: former, nearness });
    const latter = divisions[after[index]!];
    if (latter && isLater(after[index]!, name)) found.push({ division: latter, nearness: 'later' });
    return found;
  };
}
