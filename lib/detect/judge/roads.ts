import { beginsWord, type Words } from '../words';
import type { Evidence } from './evidence';
import { isWordUnit, type Window } from './window';

/** As sure as word evidence can be: a road is no division. */
const ROAD = -8;
const WAY = '道';
const STRETCH = '路段';
const NUMERALS = '号一二三四五六七八九十百零〇';

/** True when the character `offset` after the name begins an ordinary word: 路线, 街头. */
export function opensWord(window: Window, words: Words, offset: number): boolean {
  const at = window.end + offset;
  return at + 1 < window.to && beginsWord(words, window.ids[at]!, window.ids[at + 1]!);
}

/** The end of the road's name: a number, a mark, the end of the text. */
function isHouseNumber(unit: number): boolean {
  return !isWordUnit(unit) || NUMERALS.includes(String.fromCharCode(unit));
}

/** 北京[路], 四川[北路], 西藏[中路], 重庆[南路]一段; not 西藏路况 or 北京街头. */
export function weighRoad(window: Window, words: Words, evidence: Evidence): void {
  const part = window.isOneOf('roadParts', window.after(0)) ? 1 : 0;
  for (const offset of part === 1 ? [0, 1] : [0]) {
    const head = window.followedBy('roadHeads', offset);
    if (head === null) continue;
    // 路况, or 一路 with more than a number after it; but 中路[段] is a road's stretch.
    const isOtherWord =
      (head.length === 1 &&
        opensWord(window, words, offset) &&
        !(offset === 1 && window.follows(STRETCH, offset))) ||
      (offset === 1 &&
        window.isOneOf('weakRoadParts', window.after(0)) &&
        !isHouseNumber(window.after(offset + head.length)));
    if (isOtherWord && window.followedBy('roadWords', offset) === null) continue;
    evidence.add('road', ROAD, window.textAfter(offset + head.length));
    return;
  }
  // 道 is a road only in some cities: what follows it is no word.
  if (
    window.follows(WAY) &&
    (isHouseNumber(window.after(1)) || window.followedBy('afterWay', 1) !== null)
  )
    evidence.add('road', ROAD, WAY);
}
