import type { Span } from '@/lib/model/span';
import { MAX_CONTEXT_UNITS } from './normal-text';

/** Units of a landmark: eight Chinese characters seldom stand twice by chance. */
export const LANDMARK_UNITS = 8;
/** Each landmark is farther from the quote than the one before by this factor. */
const STEP = 1.3;
/** Pieces are found by a hash into a table of at most so many. */
const MAX_TABLE = 1 << 21;
const BASE = 0x01000193;
const NOWHERE = -1;
const OFTEN = -2;

/** Short pieces of a page that stood on it once, before and after a quote, each list in the page's order. */
export interface Landmarks {
  before: string[];
  after: string[];
  /** How many of them stood before each passage like the quote, ascending, each number once. */
  rivals: number[];
}

/** Where the pieces of a text that stand in it once are. */
export class SinglePieces {
  private readonly table: Int32Array;
  private readonly hashes: Int32Array;
  private readonly mask: number;

  constructor(private readonly text: string) {
    const size = Math.min(MAX_TABLE, 1 << (33 - Math.clz32(text.length)));
    this.mask = size - 1;
    this.table = new Int32Array(size).fill(NOWHERE);
    this.hashes = new Int32Array(0);
    let out = 1;
    for (let i = 0; i < LANDMARK_UNITS; i++) out = Math.imul(out, BASE);
    let hash = 0;
    for (let end = 0; end < text.length; end++) {
      hash = (Math.imul(hash, BASE) + text.charCodeAt(end)) | 0;
      const at = end - LANDMARK_UNITS + 1;
      if (at > 0) hash = (hash - Math.imul(text.charCodeAt(at - 1), out)) | 0;
      if (at < 0) continue;
      const slot = this.slot(hash);
      this.table[slot] = this.table[slot] === NOWHERE ? at : OFTEN;
    }
  }

  /** Where the piece stands if it does once, else -1. A few that do are not known of. */
  placeOf(piece: string): number {
    let hash = 0;
    for (let i = 0; i < LANDMARK_UNITS; i++)
      hash = (Math.imul(hash, BASE) + piece.charCodeAt(i)) | 0;
    const at = this.table[this.slot(hash)]!;
    return at >= 0 && this.text.startsWith(piece, at) ? at : -1;
  }

  private slot(hash: number): number {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & this.mask;
  }
}

/** Chooses landmarks outside `known`, the quote with its contexts, ever farther from each other. */
export function chooseLandmarks(text: string, known: Span, rivals: readonly Span[]): Landmarks {
  const pieces = new SinglePieces(text);
  const isSingle = (at: number) => pieces.placeOf(text.slice(at, at + LANDMARK_UNITS)) === at;
  const before: string[] = [];
  const after: string[] = [];
  const places: number[] = [];
  const first = MAX_CONTEXT_UNITS;
  const last = text.length - MAX_CONTEXT_UNITS - LANDMARK_UNITS;
  for (let at = known.start - LANDMARK_UNITS, far = LANDMARK_UNITS; at >= first; ) {
    if (isSingle(at)) {
      places.unshift(at);
      before.unshift(text.slice(at, at + LANDMARK_UNITS));
      far = Math.ceil(far * STEP + LANDMARK_UNITS);
      at = Math.min(at - LANDMARK_UNITS, known.start - far);
    } else at--;
  }
  for (let at = known.end, far = LANDMARK_UNITS; at <= last; ) {
    if (isSingle(at)) {
      places.push(at);
      after.push(text.slice(at, at + LANDMARK_UNITS));
      far = Math.ceil(far * STEP + LANDMARK_UNITS);
      at = Math.max(at + LANDMARK_UNITS, known.end + far);
    } else at++;
  }
  const ranks = rivals.map(({ start }) => places.filter((at) => at < start).length);
  return { before, after, rivals: [...new Set(ranks)].sort((a, b) => a - b) };
}

/** What the landmarks of a page that are still in their order enclose; null if there are too few. */
export function between(
  text: string,
  pieces: SinglePieces,
  { before, after, rivals }: Landmarks,
): Span & { chained: number; total: number; mayHoldRival: (place: Span) => boolean } {
  const places = [...before, ...after]
    .map((piece, order) => ({ at: pieces.placeOf(piece), order }))
    .filter(({ at }) => at >= 0);
  const chain = inOrder(places.map(({ at }) => at)).map((i) => places[i]!);
  const total = before.length + after.length;
  const start = chain.findLast(({ order }) => order < before.length);
  const end = chain.find(({ order }) => order >= before.length);
  return {
    start: start ? start.at + LANDMARK_UNITS : MAX_CONTEXT_UNITS,
    end: end ? end.at : text.length - MAX_CONTEXT_UNITS,
    mayHoldRival: (place) => {
      const from = chain.findLast(({ at }) => at < place.start)?.order ?? -1;
      const to = chain.find(({ at }) => at >= place.start)?.order ?? total;
      return rivals.some((rank) => from < rank && rank <= to);
    },
    chained: chain.length,
    total,
  };
}

/** Indexes of a longest ascending part of the numbers. */
export function inOrder(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const chain: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) chain.unshift(i);
  return chain;
}
