import {
  isCloseBracket,
  isInvisible,
  isOpenBracket,
  isQuote,
  isWhite,
  NOISE_BLOCKS,
} from '@/lib/text/noise';
import { TURN } from './keys';

/** Bits of Matcher.roles. */
export const ROLE = {
  /** Anchor of a form that has characters before it. */
  inner: 1,
  /** Anchor of a form that begins with it. */
  first: 2,
  /** May stand right before an inner anchor: the form's character there, or noise. */
  before: 4,
  /** May stand right after a first anchor. */
  after: 8,
  /** May be skipped inside a name, or begin or end what may. */
  noise: 16,
} as const;

/** Roles of each class: which are anchors, and which stand beside one. */
export function rolesOfClasses(
  keys: Uint16Array,
  keyStart: Uint32Array,
  classes: number,
): Uint8Array {
  const roles = new Uint8Array(classes + 1);
  for (let form = 0; form + 1 < keyStart.length; form++) {
    const start = keyStart[form]!;
    const first = keys[start + 1] === TURN;
    roles[keys[start]!]! |= first ? ROLE.first : ROLE.inner;
    roles[keys[start + (first ? 2 : 1)]!]! |= first ? ROLE.after : ROLE.before;
  }
  return roles;
}

/** Gives units their roles: anchors and neighbours by class, noise as a possible neighbour. */
export function buildRoles(classes: readonly string[], roleOfClass: Uint8Array): Uint8Array {
  const roles = new Uint8Array(0x10000);
  for (let index = 0; index < classes.length; index++) {
    const role = roleOfClass[index + 1]!;
    const members = classes[index]!;
    if (role !== 0) for (let i = 0; i < members.length; i++) roles[members.charCodeAt(i)]! |= role;
  }
  const anyNoise = ROLE.before | ROLE.after | ROLE.noise;
  const markNoise = (unit: number) => {
    const skipped = isWhite(unit) || isInvisible(unit) || isQuote(unit);
    if (skipped || isOpenBracket(unit) || isCloseBracket(unit)) roles[unit]! |= anyNoise;
  };
  for (const [from, to] of NOISE_BLOCKS) for (let unit = from; unit <= to; unit++) markNoise(unit);
  // Variation selectors beyond the BMP: the pair DB40 DD00 to DB40 DDEF.
  roles[0xdb40]! |= anyNoise;
  for (let unit = 0xdd00; unit <= 0xddef; unit++) roles[unit]! |= anyNoise;
  return roles;
}
