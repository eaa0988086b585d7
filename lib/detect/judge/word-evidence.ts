import { LOG_TOTAL } from '../words';
import type { Evidence } from './evidence';
import type { Lattice } from './lattice';
import { isWordUnit, type Window } from './window';

/**
 * How often a name is taken to stand as a word in a corpus of 60 million: about the median of the
 * 34 divisions in jieba's counts, the same for all so that 吉林 (counted 89) is found as well as 北京.
 */
export const DIVISION_FREQUENCY = 3000;
/** Other names are rarer than what news is made of, but news is where they stand. */
export const OTHER_FREQUENCY = 300;

const costOf = (frequency: number) => Math.log(frequency) - LOG_TOTAL;
const DIVISION_COST = costOf(DIVISION_FREQUENCY);
const OTHER_COST = costOf(OTHER_FREQUENCY);

/** What a division's name must be ahead by; measured in lib/detect/README.md. */
const HANDICAP = 2.5;
/** Other names are one word to three of the words they may be made of (粤省|事业), so far ahead anyway. */
const OTHER_HANDICAP = 12.5;
/** Readings that are about as likely as each other: the name is given the benefit of the doubt. */
const ABOUT_EVEN = -1.5;
/**
 * Crossing words that lose speak for a division, but never louder than what else speaks against
 * it; they do not make 北京|通 a platform.
 */
const MOST_FOR = 2;
const MOST_AGAINST = -8;
/**
 * A crossing word that leaves one character between it and a comma (、山|东三省) is less likely
 * than the frequency of that character says.
 */
const LONE_CHARACTER = 2.5;
/**
 * 山|西北部 leaves the mountain without a name after a word that no mountain is called by
 * (5月, 向, 位于): there 山西 is the province.
 */
const NAMELESS = 2.5;
const DIRECTIONS = '东西南北';
/** 四 before 川菜 would be a number without a measure word, unless it ends one (十四|川剧名段). */
const FOUR = '四'.charCodeAt(0);
const OR_MORE = '以上';
const BEFORE_FOUR = '一二三四五六七八九十百千第周期初';
/** Two divisions in a row without a comma are rare: 湖北|北京|山 is 湖北北|京山. */
const NEIGHBOUR = -4;

/** 海南、辽宁、山东[三省]: the number belongs to the list. */
const LIST_CLOSED = 8;

/**
 * True when the end of a name that is put together from ordinary words belongs to the next one:
 * 政务服务[网|上]办理, 皖事通[办|理].
 */
export function isCutAtEnd(lattice: Lattice, window: Window): boolean {
  if (!isWordUnit(window.after(0))) return false;
  // 在…网上: what follows goes with 在.
  if (window.follows('上') && window.precededBy('placePrepositions') !== null) return false;
  return lattice.compareEnd(window).value < ABOUT_EVEN;
}

function closesList(window: Window): boolean {
  return window.isOneOf('listMarks', window.before(0)) && window.followedBy('listCloses') !== null;
}

/** True when the crossing word leaves the name's first character alone behind a word of its own. */
function isNameless(window: Window, crossing: string): boolean {
  return (
    DIRECTIONS.includes(crossing.charAt(0)) &&
    crossing.charCodeAt(0) === window.units[window.start + 1] &&
    (window.isCounted() || window.isOneOf('wordsBefore', window.before(0)))
  );
}

/** True when the crossing word leaves 四 alone where no number ends (爱吃四川菜). */
function isNumberless(window: Window, crossing: string): boolean {
  return (
    window.units[window.start] === FOUR &&
    crossing.charCodeAt(0) === window.units[window.start + 1] &&
    !BEFORE_FOUR.includes(String.fromCharCode(window.before(0)))
  );
}

/** True for 以[上海]为例: after 以上, “or more”, 海 begins a word (海量, 海外) or there is none. */
function isPhrase(lattice: Lattice, window: Window, crossing: string): boolean {
  return crossing === OR_MORE && !lattice.beginsAt(window, window.end - 1);
}

/**
 * Weighs the name against dictionary words that cross its edges. Adds nothing when there are none.
 * `afterDivision`: another division's name ends where this one begins.
 */
export function weighWords(
  lattice: Lattice,
  window: Window,
  division: boolean,
  afterDivision: boolean,
  evidence: Evidence,
): void {
  if (!lattice.mayCross(window)) return;
  const margin = lattice.compare(window, division ? DIVISION_COST : OTHER_COST);
  if (
    division &&
    (isNumberless(window, margin.crossing) || isPhrase(lattice, window, margin.crossing))
  )
    return;
  let weight = margin.value - (division ? HANDICAP : OTHER_HANDICAP);
  if (!isWordUnit(window.before(0)) || !isWordUnit(window.after(0))) weight += LONE_CHARACTER;
  else if (division && isNameless(window, margin.crossing)) weight += NAMELESS;
  if (afterDivision) weight += NEIGHBOUR;
  if (closesList(window)) weight += LIST_CLOSED;
  evidence.add(
    'words',
    Math.max(MOST_AGAINST, Math.min(division ? MOST_FOR : 0, weight)),
    margin.crossing,
  );
}
