import { isHan } from '@/lib/text/noise';
import { buildKeys } from './keys';
import { buildPairs } from './pairs';
import { buildRoles, type Roles, rolesOfClasses } from './roles';

/** What the matcher is made from: small enough to travel, quick to expand. */
export interface MatcherSource {
  /** The units of each class, from class 1 on: `里裏裡`. */
  classes: readonly string[];
  /** Forms sorted by key. */
  forms: readonly string[];
  /** Index of each form's anchor among its characters (quotation marks left out). */
  anchors: Uint8Array;
}

/**
 * The tables scan.ts walks. Each form has one anchor, its rarest useful character; its key is the
 * classes of the anchor, of the characters before it from right to left, TURN, and those after it.
 * Forms are sorted by key, so that all forms that share the characters read so far are a range.
 */
export interface Matcher {
  /** Class of each UTF-16 unit, shared by all variants of a character; 0 for those in no form. */
  classOf: Uint16Array;
  /** What each UTF-16 unit may be in a pair. */
  roles: Roles;
  /** Keys of all forms, one after another; key of form f is keyStart[f] to keyStart[f + 1] - 1. */
  keys: Uint16Array;
  keyStart: Uint32Array;
  /**
   * One bit for each pair of an anchor and a neighbour, hashed: small enough for the nearer caches
   * where the buckets of 100,000 forms are not. A bit that is not set ends most looks.
   */
  pairBits: Uint8Array;
  /**
   * Open hash from an anchor and its neighbour to the range of forms that have both: four numbers a
   * bucket, which are pairCode (0 when free), first form, last form + 1, and which classes may
   * follow (classBit of the next class to the left or, where the form begins there, to the right).
   * In one table, because each look-up misses the nearest cache.
   */
  buckets: Uint32Array;
  /** True when each form has a Han character: texts without any need not be looked at. */
  hanOnly: boolean;
}

/**
 * Expands the source; 1 ms for 1,500 forms in a cold page, of which no table is filled unit by unit.
 * Null when an anchor is not among its form's characters.
 */
export function buildMatcher({ classes, forms, anchors }: MatcherSource): Matcher | null {
  const classOf = new Uint16Array(0x10000);
  for (let index = 0; index < classes.length; index++) {
    const members = classes[index]!;
    for (let i = 0; i < members.length; i++) classOf[members.charCodeAt(i)] = index + 1;
  }
  const built = buildKeys(forms, anchors, classOf);
  if (built === null) return null;
  const { keys, keyStart } = built;
  const { buckets, pairBits } = buildPairs(keys, keyStart);
  const roles = buildRoles(classes, rolesOfClasses(keys, keyStart, classes.length));
  const anchorClasses = new Set(forms.map((_, form) => keys[keyStart[form]!]!));
  const hanOnly = [...anchorClasses].every((anchor) => isHan(classes[anchor - 1]!.charCodeAt(0)));
  return {
    classOf,
    roles,
    keys,
    keyStart,
    buckets,
    pairBits,
    hanOnly,
  };
}
