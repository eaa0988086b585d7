import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit, type Window } from './window';

const RIVER_HEADS = '江河';
const LAKE = '湖';
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

/** What happens to rivers, said of the name in the same clause. */
function eventOf(window: Window): string | null {
  for (let offset = 1; offset < CLAUSE && isWordUnit(window.after(offset - 1)); offset++) {
    const event = window.followedBy('riverEvents', offset);
    if (event !== null) return event;
  }
  return null;
}

export const WATERS: readonly Rule[] = [
  rule('lake', 'short', SIGN.lake, SURE, lake),
  rule('river-part', 'short', SIGN.river, SURE, ({ window }) => window.followedBy('riverParts')),
  rule('to-river', 'short', SIGN.river, SURE, ({ window }) => window.precededBy('beforeRiver')),
  rule('among-rivers', 'short', SIGN.river, SURE, ({ window }) =>
    amongRivers(window) ? window.textAround(3) : null,
  ),
  rule('river-event', 'short', SIGN.river, SURE, ({ window }) => eventOf(window)),
];
