/** What changes a number the least change of its input changes: two multiplications a unit (cyrb53). */
function mix(units: ArrayLike<number> | string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < units.length; at++) {
    const unit = typeof units === 'string' ? units.charCodeAt(at) : (units[at] ?? 0);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

/**
 * A number of 64 bits, in hexadecimal, by which data that were kept are known to be those that were
 * read: text, bytes, or anything JSON has room for. It finds what was torn, not who meant to deceive.
 */
export function checksum(data: unknown): string {
  if (typeof data === 'string') return mix(data);
  if (ArrayBuffer.isView(data)) {
    return mix(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return mix(JSON.stringify(data) ?? '');
}
