import { TURN } from './keys';

/** One number for an anchor class and a neighbour class on the given side; never 0. */
export function pairCode(anchor: number, neighbour: number, after: boolean): number {
  return ((anchor << 16) | (after ? 0x8000 : 0) | neighbour) >>> 0;
}

/** Fibonacci hashing: multiplication by 2^32 / golden ratio spreads neighbouring codes. */
function hashOf(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> 8;
}

/** False when no form has the pair; true for those that some form has, and at most one in sixteen others. */
export function mayPair(pairBits: Uint8Array, code: number): boolean {
  const hash = hashOf(code);
  return (pairBits[(hash >>> 3) & (pairBits.length - 1)]! & (1 << (hash & 7))) !== 0;
}

/** Index of the bucket of a pair, or of the free one where it belongs. */
export function findBucket(buckets: Uint32Array, code: number): number {
  const mask = buckets.length - 4;
  let bucket = hashOf(code) & mask;
  while (buckets[bucket] !== 0 && buckets[bucket] !== code) bucket = (bucket + 4) & mask;
  return bucket;
}

/** In the fourth number of a bucket with a form of two characters: whatever follows, it is found. */
export const ANY_CLASS = 1 << 31;

/** One of the 31 other bits for a class, none for 0. */
export function classBit(unitClass: number): number {
  return unitClass === 0 ? 0 : 1 << (unitClass % 31);
}

/** The anchor and neighbour of the form whose key begins at `start`, as pairCode says it. */
function pairOf(keys: Uint16Array, start: number): number {
  const first = keys[start + 1] === TURN;
  return pairCode(keys[start]!, keys[start + (first ? 2 : 1)]!, first);
}

/** Notes each form under its pair. Forms come in the order of their keys, so those of a pair are together. */
export function buildPairs(keys: Uint16Array, keyStart: Uint32Array) {
  const count = keyStart.length - 1;
  let pairs = 1;
  for (let form = 1; form < count; form++)
    if (pairOf(keys, keyStart[form]!) !== pairOf(keys, keyStart[form - 1]!)) pairs++;
  // At least twice as many buckets as pairs keeps the search in the open hash short.
  const size = 1 << Math.ceil(Math.log2(pairs * 2));
  const buckets = new Uint32Array(size * 4);
  const pairBits = new Uint8Array(size);
  for (let form = 0; form < count; form++) {
    const start = keyStart[form]!;
    const code = pairOf(keys, start);
    const bucket = findBucket(buckets, code);
    if (buckets[bucket] === 0) {
      buckets[bucket] = code;
      buckets[bucket + 1] = form;
      const hash = hashOf(code);
      pairBits[(hash >>> 3) & (size - 1)]! |= 1 << (hash & 7);
    }
    buckets[bucket + 2] = form + 1;
    const third = start + (keys[start + 1] === TURN || keys[start + 2] === TURN ? 3 : 2);
    buckets[bucket + 3]! |= third < keyStart[form + 1]! ? classBit(keys[third]!) : ANY_CLASS;
  }
  return { buckets, pairBits };
}
