/** The names a byte order mark stands for. */
const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** Bytes that say whether every second one is empty, as in UTF-16 without a mark. */
const LOOKED_AT = 1000;
/** Least share of empty bytes among them; a text of one byte a letter has none. */
const LATIN = 0.1;

/**
 * The text of a file: UTF-8 or UTF-16, with a mark or without, or else the Chinese encoding in which
 * spreadsheets save on Chinese systems.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  const unmarked = withoutMark(bytes);
  if (unmarked) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** UTF-16 of a text that begins in Latin letters, as all files we read do; null for another. */
function withoutMark(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  // Some Chinese characters have an empty byte too.
  if (Math.max(odd, even) < head.length * LATIN || odd === even) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
