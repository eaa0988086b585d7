/** Units of a piece: eight Chinese characters seldom stand twice by chance. */
export const PIECE_UNITS = 8;
/** One of so many pieces (a power of two, as a shift) is known of, by its hash: the same on every page. */
const KNOWN_SHIFT = 2;
/** Slots of the table by which pieces are found; fewer for short texts. */
const MAX_SLOTS = 1 << 20;
const BASE = 0x01000193;
/** BASE to the power of PIECE_UNITS, by which a unit that leaves the window counts. */
const LEAVING = Array.from({ length: PIECE_UNITS }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
);
const NONE = -1;
const SEVERAL = -2;

/**
 * Where some of the pieces of a text that stand in it once are: built in one pass, after which each is
 * found at once. Which ones are known of depends on their units alone; of a few that share a slot of
 * the table nothing is known.
 */
export class SinglePieces {
  private readonly slots: Int32Array;

  constructor(private readonly text: string) {
    this.slots = new Int32Array(
      Math.min(MAX_SLOTS, 1 << (33 - KNOWN_SHIFT - Math.clz32(text.length))),
    ).fill(NONE);
    let hash = 0;
    for (let end = 0; end < text.length; end++) {
      const at = end - PIECE_UNITS + 1;
      hash = (Math.imul(hash, BASE) + text.charCodeAt(end)) | 0;
      if (at > 0) hash = (hash - Math.imul(text.charCodeAt(at - 1), LEAVING)) | 0;
      if (at < 0) continue;
      const slot = this.slotOf(hash);
      if (slot < 0) continue;
      this.slots[slot] = this.slots[slot] === NONE ? at : SEVERAL;
    }
  }

  /** Where the piece stands if it does once, else -1. */
  placeOf(piece: string): number {
    let hash = 0;
    for (let i = 0; i < PIECE_UNITS; i++) hash = (Math.imul(hash, BASE) + piece.charCodeAt(i)) | 0;
    const at = this.slots[this.slotOf(hash)] ?? NONE;
    return at >= 0 && this.text.startsWith(piece, at) ? at : -1;
  }

  /** The slot of a piece; -1 where it is none of those that are known of. */
  private slotOf(hash: number): number {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    if (mixed >>> (32 - KNOWN_SHIFT) !== 0) return -1;
    return (mixed ^ (mixed >>> 13)) & (this.slots.length - 1);
  }
}
