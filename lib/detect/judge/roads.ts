import { beginsWord, type Words } from '../words';
import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit, type Window } from './window';

const WAY = '道';
const STREET = '街';
/** A stall of campaigners in Hong Kong's streets. */
const STALL = '街站';
const STRETCH = '路段';
const NUMERALS = '号一二三四五六七八九十百零〇';

/** True when the character `offset` after the name begins an ordinary word: 路线, 街头. */
export function opensWord(window: Window, words: Words, offset: number): boolean {
  const at = window.end + offset;
  return at + 1 < window.to && beginsWord(words, window.ids[at]!, window.ids[at + 1]!);
}

/**
 * The same, unless the word that begins with the next character is the likelier one: 道行|人, but
 * 道|行人.
 */
export function opensLikeliest(look: Pick<Look, 'window' | 'words' | 'lattice'>): boolean {
  const { window, words, lattice } = look;
  return opensWord(window, words, 0) && !lattice.prefersNext(window, window.end);
}

/** The end of the road's name: a number, a mark, the end of the text. */
function isHouseNumber(unit: number): boolean {
  return !isWordUnit(unit) || NUMERALS.includes(String.fromCharCode(unit));
}

/** 北京[路], 四川[北路], 西藏[中路], 重庆[南路]一段; not 西藏路况 or 北京街头. */
function road({ window, words, traits }: Look): string | null {
  const part = window.isOneOf('roadParts', window.after(0)) ? 1 : 0;
  for (const offset of part === 1 ? [0, 1] : [0]) {
    const head = window.followedBy('roadHeads', offset);
    if (head === null) continue;
    const isStall =
      traits.region && window.follows(STALL) && window.followedBy('nearStation', 2) === null;
    if (head === STREET && isStall) continue;
    // 路况, or 一路 with more than a number after it; but 中路[段] is a road's stretch.
    const isOtherWord =
      (head.length === 1 &&
        opensWord(window, words, offset) &&
        !(offset === 1 && window.follows(STRETCH, offset))) ||
      (offset === 1 &&
        window.isOneOf('weakRoadParts', window.after(0)) &&
        !isHouseNumber(window.after(offset + head.length)));
    if (isOtherWord && window.followedBy('roadWords', offset) === null) continue;
    return window.textAfter(offset + head.length);
  }
  return null;
}

/** 廣東[道]交通: roads are called so in some cities; 道路, 道教 are words. */
function way(look: Look): string | null {
  const { window } = look;
  return window.follows(WAY) && (isHouseNumber(window.after(1)) || !opensLikeliest(look))
    ? WAY
    : null;
}

export const ROADS: readonly Rule[] = [
  rule('road', 'short', SIGN.road, SURE, road),
  rule('way', 'short', SIGN.road, SURE, way),
];
