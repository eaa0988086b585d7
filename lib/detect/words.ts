/**
 * Ordinary words and how common they are, for weighing whether characters belong to a name or to
 * the words around it. `scripts/build-words.ts` selects and packs them; here they are read.
 */
import { ByteReader } from '@/lib/bytes/byte-reader';

/** The table's layout; the first value in it, so that an old table is never misread. */
export const WORDS_FORMAT = 1;

/** Characters in front of a word's last may be three: no word is longer. */
export const MAX_WORD = 4;

/**
 * Stands in the table for characters that are in too few words for an id of their own: 岷江 and 涪江
 * are rivers, and which one does not matter to 江西.
 */
export const SELDOM = '\u9fff';

/** Log probabilities (natural) of the 15 frequency classes; class 0 is 'not a word by itself'. */
export const FREQUENCY_STEP = 0.72;
export const FREQUENCY_BASE = 1.6;
/** Words counted in the corpus behind the frequencies, as a logarithm. */
export const LOG_TOTAL = Math.log(60_101_964);
/** What a character that is in no table costs: three occurrences. */
export const RARE = Math.log(3) - LOG_TOTAL;

/** One level of the trie: characters of the words at this place, sorted under each parent. */
export interface Level {
  /** Character id in the upper 11 bits, then one for 'has children', then the class of frequency. */
  nodes: Uint16Array;
  /** Children of node n are childStart[n] to childStart[n + 1] - 1 of the next level. */
  childStart: Uint16Array;
}

/** The table, ready for look-ups. Ids count characters from 1; 0 is a character in no word. */
export interface Words {
  /** Id of each UTF-16 unit; all variants of a character share it. */
  idOf: Uint16Array;
  /** The simplified form of each id. */
  units: Uint16Array;
  /** Log probability of each id standing as a word by itself. */
  single: Float64Array;
  /** Words of two, three and four characters by their second, third and fourth. */
  levels: readonly [Level, Level, Level];
  /** Second characters of id i are first[i] to first[i + 1] - 1 of the first level. */
  first: Uint16Array;
}

/** Log probability of each frequency class. */
export const CLASS_COST = Float64Array.from(
  { length: 16 },
  (_, index) => FREQUENCY_BASE + (index - 1) * FREQUENCY_STEP - LOG_TOTAL,
);

function readLevel(reader: ByteReader, nodes: Uint16Array): Level {
  const childStart = new Uint16Array(nodes.length + 1);
  for (let node = 0, at = 0; node < nodes.length; node++) {
    if (nodes[node]! & 16) at += reader.byte();
    childStart[node + 1] = at;
  }
  return { nodes, childStart };
}

/** Units in front of the nodes: layout, characters, variants, and the nodes of each level. */
const HEADER = 6;

/**
 * Unpacks the table: some 10,000 small steps, for the nodes themselves are used as they come
 * (16 bits little-endian, as every browser's machine has them). Null when it has another layout, or
 * its counts do not fit each other.
 */
export function readWords(bytes: Uint8Array<ArrayBuffer>): Words | null {
  if (bytes.length < HEADER * 2) return null;
  const [layout, characters, variants, ...counts] = new Uint16Array(
    bytes.buffer,
    bytes.byteOffset,
    HEADER,
  );
  const nodeBytes = counts.reduce((sum, count) => sum + count * 2, 0);
  if (layout !== WORDS_FORMAT || HEADER * 2 + nodeBytes > bytes.length) return null;
  let offset = HEADER * 2;
  const nodes = counts.map((count) => {
    const view = new Uint16Array(bytes.buffer, bytes.byteOffset + offset, count);
    offset += count * 2;
    return view;
  });
  const reader = new ByteReader(bytes, offset);

  const units = new Uint16Array(characters! + 1);
  const idOf = new Uint16Array(0x10000);
  for (let id = 1; id <= characters!; id++) {
    units[id] = units[id - 1]! + reader.varint();
    idOf[units[id]!] = id;
  }
  for (let i = 0, unit = 0; i < variants!; i++) {
    unit += reader.varint();
    idOf[unit] = reader.varint();
  }
  const first = new Uint16Array(characters! + 2);
  for (let id = 1; id <= characters!; id++) first[id + 1] = first[id]! + reader.varint();
  const single = new Float64Array(characters! + 1).fill(RARE);
  for (let id = 1; id <= characters!; id++) single[id] = reader.byte() / 16 - LOG_TOTAL;
  const [second, third, fourth] = nodes.map((level) => readLevel(reader, level));
  const isWhole =
    reader.isDone &&
    first.at(-1) === second!.nodes.length &&
    second!.childStart.at(-1) === third!.nodes.length &&
    third!.childStart.at(-1) === fourth!.nodes.length;
  return isWhole ? { idOf, units, single, first, levels: [second!, third!, fourth!] } : null;
}

/** The node of `id` among nodes [low, high) of a level, or -1. */
export function findNode(nodes: Uint16Array, low: number, high: number, id: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const here = nodes[middle]! >>> 5;
    if (here === id) return middle;
    if (here < id) from = middle + 1;
    else to = middle;
  }
  return -1;
}

/** True when some word begins with these two characters (ids). */
export function beginsWord(words: Words, one: number, two: number): boolean {
  if (one === 0 || two === 0) return false;
  return findNode(words.levels[0].nodes, words.first[one]!, words.first[one + 1]!, two) >= 0;
}
