import { pushVarint } from '@/lib/bytes/byte-reader';
import { SELDOM, WORDS_FORMAT } from '@/lib/detect/words';
import { foldTable } from '@/lib/text/fold';
import { type Frequencies, frequencyClass } from './select';

/** Ids have 11 bits and 0 means none. */
const MOST_CHARACTERS = 2047;
/** Characters that share an id end words less often: 滂[沱], but 获[悉]. */
const SELDOM_BELOW = 300;
const SELDOM_FREQUENCY = 300;
/** How the names of waters and mountains end; no other words are folded. */
export const LANDSCAPE = /[江河湖海山]$/;

interface Node {
  children: Map<number, Node>;
  frequency: number;
}

/** The characters that words need most, and all that must be there; sorted by code. */
function alphabet(words: Frequencies, needed: Iterable<string>): string[] {
  const use = new Map<string, number>();
  for (const [word, frequency] of words)
    for (const character of word)
      use.set(character, (use.get(character) ?? 0) + Math.log(frequency));
  const chosen = new Set(needed).add(SELDOM);
  for (const [character] of [...use].sort((a, b) => b[1] - a[1])) {
    if (chosen.size >= MOST_CHARACTERS) break;
    chosen.add(character);
  }
  return [...chosen].sort();
}

/** Units that fold to a character of the alphabet, and those that share the id of SELDOM. */
function variantsOf(ids: ReadonlyMap<string, number>): [number, number][] {
  const variants: [number, number][] = [];
  const seldom = ids.get(SELDOM);
  for (const [unit, folded] of foldTable().entries()) {
    const id = ids.get(String.fromCharCode(folded));
    const isOwn = unit === folded && (id !== seldom || unit === SELDOM.charCodeAt(0));
    if (id !== undefined && !isOwn) variants.push([unit, id]);
  }
  return variants;
}

/**
 * Adds the characters that share the id of SELDOM, and returns the words with those waters and
 * mountains that have one of these in it put together: 岷江 and 涪江 are one.
 */
function foldSeldom(words: Frequencies, ends: Frequencies, ids: Map<string, number>) {
  const folded = new Map<string, number>();
  const isSeldom = (character: string) =>
    !ids.has(character) && (ends.get(character) ?? 0) < SELDOM_BELOW;
  const seldom = new Set<string>();
  for (const [word, frequency] of words) {
    const characters = [...word].filter(isSeldom);
    if (characters.length > 1 || (characters.length === 1 && !LANDSCAPE.test(word))) continue;
    for (const character of characters) seldom.add(character);
    const key = word.replace(characters[0] ?? '', characters.length === 0 ? '' : SELDOM);
    folded.set(key, Math.max(folded.get(key) ?? 0, frequency));
  }
  for (const character of seldom) ids.set(character, ids.get(SELDOM)!);
  return folded;
}

function buildTrie(words: Frequencies, ids: ReadonlyMap<string, number>): Map<number, Node> {
  const root = new Map<number, Node>();
  for (const [word, frequency] of words) {
    const path = [...word].map((character) => ids.get(character));
    if (path.length < 2 || path.includes(undefined)) continue;
    let level = root;
    let node: Node | undefined;
    for (const id of path as number[]) {
      node = level.get(id);
      node ??= { children: new Map(), frequency: 0 };
      level.set(id, node);
      level = node.children;
    }
    node!.frequency = frequencyClass(frequency);
  }
  return root;
}

const sorted = (level: Map<number, Node>) => [...level].sort((a, b) => a[0] - b[0]);

/**
 * Writes what readWords() reads. `single` gives the frequency of characters as words, `ends` that of
 * the words they end.
 */
export function packWords(
  words: Frequencies,
  single: Frequencies,
  needed: Iterable<string>,
  ends: Frequencies = single,
) {
  const characters = alphabet(words, needed);
  const ids = new Map(characters.map((character, index) => [character, index + 1]));
  const root = buildTrie(foldSeldom(words, ends, ids), ids);
  const variants = variantsOf(ids);

  const childCounts: number[] = [];
  const levels: [number, Node][][] = [[], [], []];
  for (let id = 1; id <= characters.length; id++) {
    const children = sorted(root.get(id)?.children ?? new Map());
    levels[0]!.push(...children);
    childCounts.push(children.length);
  }
  for (const depth of [0, 1])
    for (const [, node] of levels[depth]!) levels[depth + 1]!.push(...sorted(node.children));

  const bytes: number[] = [];
  const value = (...values: number[]) => {
    for (const one of values) bytes.push(one & 255, one >> 8);
  };
  value(WORDS_FORMAT, characters.length, variants.length, ...levels.map((level) => level.length));
  for (const level of levels)
    for (const [id, node] of level)
      value((id << 5) | (node.children.size > 0 ? 16 : 0) | node.frequency);
  const varint = (number: number) => pushVarint(bytes, number);
  let last = 0;
  for (const character of characters) {
    varint(character.charCodeAt(0) - last);
    last = character.charCodeAt(0);
  }
  last = 0;
  for (const [unit, id] of variants) {
    varint(unit - last);
    varint(id);
    last = unit;
  }
  for (const count of childCounts) varint(count);
  const frequencyOf = (character: string) =>
    character === SELDOM ? SELDOM_FREQUENCY : (single.get(character) ?? 0);
  for (const character of characters)
    bytes.push(Math.round(16 * Math.log(Math.max(3, frequencyOf(character)))));
  for (const level of levels)
    for (const [, node] of level) if (node.children.size > 0) bytes.push(node.children.size);
  return {
    bytes: Uint8Array.from(bytes),
    characters: characters.length,
    levels: levels.map((level) => level.length),
  };
}
