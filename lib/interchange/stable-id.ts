/** Primes and starting values of the four lanes; any odd constants with mixed bits would do. */
const LANES = [
  [0x9e3779b1, 0x243f6a88],
  [0x85ebca77, 0x85a308d3],
  [0xc2b2ae3d, 0x13198a2e],
  [0x27d4eb2f, 0x03707344],
] as const;

function lane(text: string, prime: number, start: number): number {
  let hash = start ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), prime);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * The id of an entry that came from elsewhere: a UUID made from its name there (RFC 9562,
 * version 8), so that the same entry has the same id however often it is imported. No secret hangs
 * on it: a hash of 122 bits that is quick and needs no promise will do.
 */
export function stableId(name: string): string {
  const hex = LANES.map(([prime, start]) => lane(name, prime, start).toString(16).padStart(8, '0'));
  const digits = hex.join('');
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
