import type { Landmarks } from '@/lib/model/highlight';
import { overlaps, type Span } from '@/lib/model/span';
import { inOrder } from './in-order';
import { MAX_CONTEXT_UNITS } from './normal-text';
import { PIECE_UNITS, type SinglePieces } from './single-pieces';

/** Each landmark is farther from the quote than the one before by this factor and a piece's length. */
const STEP = 1.3;
/** Where so many landmarks were and none is found, the page is another one. */
const MANY = 8;

/** Chooses landmarks outside `known`, the quote with its contexts, ever farther from each other. */
export function chooseLandmarks(
  text: string,
  pieces: SinglePieces,
  known: Span,
  rivals: readonly Span[],
): Landmarks {
  const pieceAt = (at: number) => text.slice(at, at + PIECE_UNITS);
  const first = MAX_CONTEXT_UNITS;
  const last = text.length - MAX_CONTEXT_UNITS - PIECE_UNITS;
  const before = spread(known.start - PIECE_UNITS, -1, first, last).reverse();
  const after = spread(known.end, 1, first, last);
  const landmarks = [...before, ...after];
  const ranks = rivals.map(({ start }) => landmarks.filter((at) => at < start).length);
  return {
    before: before.map(pieceAt),
    after: after.map(pieceAt),
    rivals: [...new Set(ranks)].sort((a, b) => a - b),
  };

  function spread(from: number, step: 1 | -1, low: number, high: number): number[] {
    const found: number[] = [];
    let far = 0;
    for (let at = from; low <= at && at <= high; at += step) {
      if (Math.abs(at - from) < far || pieces.placeOf(pieceAt(at)) !== at) continue;
      found.push(at);
      far = Math.max(Math.abs(at - from), far * STEP) + PIECE_UNITS;
    }
    return found;
  }
}

/** What a page still has of the landmarks around a quote. */
export class Surroundings {
  /** Where the nearest landmarks that are in their order leave room for the quote. */
  readonly room: Span;
  /** None of them is there, though there were many. */
  readonly isOtherPage: boolean;
  /** Those that are in their order, by what number of them each was and where it is. */
  private readonly chain: readonly { order: number; at: number }[];

  constructor(
    text: string,
    pieces: SinglePieces,
    private readonly landmarks: Landmarks,
  ) {
    const { before, after } = landmarks;
    const found = [...before, ...after]
      .map((piece, order) => ({ order, at: pieces.placeOf(piece) }))
      .filter(({ at }) => at >= 0);
    this.chain = inOrder(found.map(({ at }) => at)).map((i) => found[i]!);
    const last = this.chain.findLast(({ order }) => order < before.length);
    const next = this.chain.find(({ order }) => order >= before.length);
    this.room = {
      start: last ? last.at + PIECE_UNITS : MAX_CONTEXT_UNITS,
      end: next ? next.at : text.length - MAX_CONTEXT_UNITS,
    };
    this.isOtherPage = found.length === 0 && before.length + after.length >= MANY;
  }

  /** True where the quote would have moved to, and a passage like it stood: that one has stayed there. */
  isRivals(place: Span): boolean {
    if (overlaps(place, this.room)) return false;
    const { before, after, rivals } = this.landmarks;
    const from = this.chain.findLast(({ at }) => at < place.start)?.order ?? -1;
    const to =
      this.chain.find(({ at }) => at >= place.start)?.order ?? before.length + after.length;
    return rivals.some((rank) => from < rank && rank <= to);
  }
}
