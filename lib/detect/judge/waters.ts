import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit, type Window } from './window';

const RIVER = '江'.charCodeAt(0);
const RIVER_HEADS = '江河';
const LAKE = '湖';
/** 浙江 is no river's name any more. */
const RIVER_NAME = 3;
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

/** A rule for names that are a river's as well (黑龙江). */
function riverRule(name: string, see: (window: Window) => string | null): Rule {
  return rule(name, 'short', 0, SURE, ({ window }) =>
    window.units[window.end - 1] === RIVER && window.end - window.start >= RIVER_NAME
      ? see(window)
      : null,
  );
}

export const WATERS: readonly Rule[] = [
  rule('lake', 'short', SIGN.lake, SURE, lake),
  riverRule('river-part', (window) => window.followedBy('riverParts')),
  riverRule('to-river', (window) => window.precededBy('beforeRiver')),
  riverRule('among-rivers', (window) => (amongRivers(window) ? window.textAround(3) : null)),
  riverRule('river-event', eventOf),
];
