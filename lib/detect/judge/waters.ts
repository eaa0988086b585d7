import { opensLikeliest, opensWord } from './roads';
import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit, type Window } from './window';

const RIVER = '江';
const RIVER_HEADS = '江河';
const LAKE = '湖';
const BEYOND = '以';
const DIRECTIONS = '东西南北';
const AREA = '地区';
/** A river's event may stand this many characters after its name, in the same clause. */
const CLAUSE = 8;

/** 青海[湖], 青海[湖畔], 青海[湖北岸]; not 西藏湖泊 or 江西湖南. */
function lake({ window }: Look): string | null {
  if (!window.follows(LAKE) || window.followedBy('afterLake') !== null) return null;
  const isRow =
    window.isOneOf('lakeOrDivision', window.after(1)) &&
    !window.isOneOf('sidesOfLake', window.after(2));
  return isRow ? null : LAKE;
}

/** True when a list with the name in it names a river next to it: 长江、黑龙江; 黑龙江、乌苏里江. */
function amongRivers(window: Window): boolean {
  if (window.isOneOf('listMarks', window.before(0)) && isRiverHead(window.before(1)))
    return window.precededBy('riverDivisions', 1) === null;
  if (
    !window.isOneOf('listMarks', window.after(0)) ||
    window.followedBy('riverDivisions', 1) !== null
  )
    return false;
  for (let offset = 2; offset <= 5 && isWordUnit(window.after(offset)); offset++)
    if (isRiverHead(window.after(offset)))
      return (
        !isWordUnit(window.after(offset + 1)) ||
        window.followedBy('riverParts', offset + 1) !== null
      );
  return false;
}

function isRiverHead(unit: number): boolean {
  return unit !== 0 && RIVER_HEADS.includes(String.fromCharCode(unit));
}

/** What happens to rivers, said of the name in the same clause and of no other place. */
function eventOf(window: Window): string | null {
  for (let offset = 1; offset < CLAUSE && isWordUnit(window.after(offset - 1)); offset++) {
    if (window.isOneOf('placeEnds', window.after(offset - 1))) return null;
    const event = window.followedBy('riverEvents', offset);
    if (event === null) continue;
    // 松花|江面 is another river's; 黑龙江的|江面, 千里|江水 its own.
    const isAnothers =
      event.startsWith(RIVER) && !window.isOneOf('beforeOwnRiver', window.after(offset - 1));
    return isAnothers ? null : event;
  }
  return null;
}

/** 黑龙江[口], 黑龙江[上]航行; not 黑龙江口岸 or 黑龙江上市公司. */
function riverSide(look: Look): string | null {
  const { window } = look;
  const side = window.after(0);
  return window.isOneOf('riverSides', side) && !opensLikeliest(look)
    ? String.fromCharCode(side)
    : null;
}

/** 黑龙江[以北]是俄罗斯; not 黑龙江以北大荒集团为龙头. */
function beyondRiver({ window, words }: Look): string | null {
  if (!window.follows(BEYOND) || !DIRECTIONS.includes(String.fromCharCode(window.after(1))))
    return null;
  return window.follows(AREA, 2) || !opensWord(window, words, 1) ? window.textAfter(2) : null;
}

export const WATERS: readonly Rule[] = [
  rule('lake', 'short', SIGN.lake, SURE, lake),
  rule('river-part', 'short', SIGN.river, SURE, ({ window }) => window.followedBy('riverParts')),
  rule('river-side', 'short', SIGN.river, SURE, riverSide),
  rule('beyond-river', 'short', SIGN.river, SURE, beyondRiver),
  rule('to-river', 'short', SIGN.river, SURE, ({ window }) => window.precededBy('beforeRiver')),
  rule('among-rivers', 'short', SIGN.river, SURE, ({ window }) =>
    amongRivers(window) ? window.textAround(3) : null,
  ),
  rule('river-event', 'short', SIGN.river, SURE, ({ window }) => eventOf(window)),
];
