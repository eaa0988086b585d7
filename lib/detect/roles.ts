import {
  isCloseBracket,
  isInvisible,
  isOpenBracket,
  isQuote,
  isWhite,
  NOISE_BLOCKS,
} from '@/lib/text/noise';
import { TURN } from './keys';

/**
 * What a UTF-16 unit may be in a pair of units side by side, one of which is an anchor. Each anchor
 * is in one of a few groups, and a pair is worth a look when its left unit and its right one have a
 * group in common. With one group of each kind, any anchor beside any other's neighbour would pass:
 * half as many looks again in news, most of them in vain.
 */
export interface Roles {
  /** Bits of INNER for the left neighbours of inner anchors, of FIRST for first anchors. */
  left: Uint8Array;
  /** Bits of INNER for inner anchors, of FIRST for the right neighbours of first anchors, and NOISE. */
  right: Uint8Array;
}

/** Groups of anchors of forms that have characters before it. */
export const INNER = 0b0000_1111;
/** Groups of anchors of forms that begin with it. */
export const FIRST = 0b0111_0000;
/** In Roles.right only: may be skipped inside a name, or begin or end what may. */
export const NOISE = 0b1000_0000;

/** One bit of INNER or FIRST for the anchor class. */
function groupOf(anchor: number, first: boolean): number {
  return first ? 0b1_0000 << (anchor % 3) : 1 << (anchor % 4);
}

/** Roles of each class as the left and as the right one of a pair. */
export function rolesOfClasses(keys: Uint16Array, keyStart: Uint32Array, classes: number): Roles {
  const left = new Uint8Array(classes + 1);
  const right = new Uint8Array(classes + 1);
  for (let form = 0; form + 1 < keyStart.length; form++) {
    const start = keyStart[form]!;
    const anchor = keys[start]!;
    const first = keys[start + 1] === TURN;
    const group = groupOf(anchor, first);
    left[first ? anchor : keys[start + 1]!]! |= group;
    right[first ? keys[start + 2]! : anchor]! |= group;
  }
  return { left, right };
}

/** Gives units their roles: anchors and neighbours by class, noise as a neighbour of all. */
export function buildRoles(classes: readonly string[], ofClass: Roles): Roles {
  const left = new Uint8Array(0x10000);
  const right = new Uint8Array(0x10000);
  for (let index = 0; index < classes.length; index++) {
    const members = classes[index]!;
    for (let i = 0; i < members.length; i++) {
      left[members.charCodeAt(i)] = ofClass.left[index + 1]!;
      right[members.charCodeAt(i)] = ofClass.right[index + 1]!;
    }
  }
  const setNoise = (unit: number) => {
    left[unit]! |= INNER;
    right[unit]! |= FIRST | NOISE;
  };
  const markNoise = (unit: number) => {
    const skipped = isWhite(unit) || isInvisible(unit) || isQuote(unit);
    if (skipped || isOpenBracket(unit) || isCloseBracket(unit)) setNoise(unit);
  };
  for (const [from, to] of NOISE_BLOCKS) for (let unit = from; unit <= to; unit++) markNoise(unit);
  // Variation selectors beyond the BMP: the pair DB40 DD00 to DB40 DDEF.
  setNoise(0xdb40);
  for (let unit = 0xdd00; unit <= 0xddef; unit++) setNoise(unit);
  return { left, right };
}
