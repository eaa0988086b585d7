import type { EntityId } from '@/lib/model/entity';
import type { Span } from '@/lib/model/span';
import { gapEnd } from '@/lib/text/noise';

/** How a division named near another name stands to it: closest first. */
export type Nearness = 'attached' | 'same-sentence' | 'same-block' | 'later';

export interface Neighbour {
  division: EntityId;
  nearness: Nearness;
}

/** A name, and the one division it speaks of without needing support itself, or null. */
export interface Spoken extends Span {
  division: EntityId | null;
}

const SENTENCE_ENDS = /[。！？；\n]/g;
/** The line feed that begins a blank line. */
const BLOCK_EDGES = /\n[^\S\n]*\n/g;
/** Between a division and the name that belongs to it: 上海市的“一网通办”. */
const LINKING = /^(?:省|市|的|政务服务|政务|政府|全市|全省|[\s“‘「『"'《])*$/;
/** Nothing longer links. */
const LONGEST_LINK = 24;

function placesOf(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

/** True when one of the sorted places lies in [from, to). */
function anyBetween(places: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]! < to;
}

/**
 * Answers for each of the names, which are in the text's order, which divisions are named next to it:
 * the nearest before it in its block, and the nearest behind it in its sentence. One pass over text
 * and names, whatever their number.
 */
export function createNeighbours(
  text: string,
  names: readonly Spoken[],
): (index: number) => Neighbour[] {
  const sentenceEnds = placesOf(text, SENTENCE_ENDS);
  const blockEdges = placesOf(text, BLOCK_EDGES);
  const before = new Int32Array(names.length);
  const after = new Int32Array(names.length);
  for (let i = 0, last = -1; i < names.length; i++) {
    before[i] = last;
    if (names[i]!.division !== null) last = i;
  }
  for (let i = names.length - 1, next = -1; i >= 0; i--) {
    after[i] = next;
    if (names[i]!.division !== null) next = i;
  }

  /** Where the text between two names begins, past a gloss of the former; -1 where a block ends in it. */
  function gapFrom(end: number, start: number): number {
    const from = Math.min(gapEnd(text, end), start);
    return from >= 0 && anyBetween(blockEdges, from, start) ? -1 : from;
  }

  function nearnessBefore({ end }: Span, { start }: Span): Nearness | null {
    const from = gapFrom(end, start);
    if (from < 0) return null;
    if (start - from <= LONGEST_LINK && LINKING.test(text.slice(from, start))) return 'attached';
    return anyBetween(sentenceEnds, from, start) ? 'same-block' : 'same-sentence';
  }

  return (index) => {
    const name = names[index]!;
    const found: Neighbour[] = [];
    const former = names[before[index]!];
    const nearness = former && nearnessBefore(former, name);
    if (former?.division && nearness) found.push({ division: former.division, nearness });
    const latter = names[after[index]!];
    if (!latter?.division) return found;
    const from = gapFrom(name.end, latter.start);
    if (from >= 0 && !anyBetween(sentenceEnds, from, latter.start))
      found.push({ division: latter.division, nearness: 'later' });
    return found;
  };
}
