import { LOG_TOTAL } from '../words';
import { UNMET } from './conditions';
import { type Correction, type Finding, type Look, type Rule, rule, SURE } from './rule';
import { isWordUnit } from './window';

/**
 * How often a name is taken to stand as a word in a corpus of 60 million: about the median of the
 * 34 divisions in jieba's counts, the same for all so that 吉林 (counted 89) is found as well as 北京.
 */
export const DIVISION_FREQUENCY = 3000;
/** Other names are rarer than what news is made of, but news is where they stand. */
export const OTHER_FREQUENCY = 300;

const costOf = (frequency: number) => Math.log(frequency) - LOG_TOTAL;
/** Log probability of a division's name as a word. */
export const DIVISION_COST = costOf(DIVISION_FREQUENCY);
const OTHER_COST = costOf(OTHER_FREQUENCY);

/** What a division's name must be ahead by; measured in lib/detect/README.md. */
const HANDICAP = 2.5;
/** Other names are one word to three of the words they may be made of (粤省|事业), so far ahead anyway. */
const OTHER_HANDICAP = 12.5;
/** Readings that are about as likely as each other: the name is given the benefit of the doubt. */
export const ABOUT_EVEN = -1.5;
/**
 * Crossing words that lose speak for a division, but never louder than what else speaks against
 * it; they do not make 北京|通 a platform.
 */
const MOST_FOR = 2;
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
/** More than any two readings are apart: the crossing word is none here. */
const SETTLED = 100;
/** Two divisions in a row without a comma are rare: 湖北|北京|山 is 湖北北|京山. */
const NEIGHBOUR = -4;

/** The first of two names that share a character against the second. */
const OVERLAP = 2.5;
const FOREIGN_WATER = -2.5;

/** 海南、辽宁、山东[三省]: the number belongs to the list. */
const LIST_CLOSED = 8;

/**
 * True when the end of a name that is put together from ordinary words belongs to the next one:
 * 政务服务[网|上]办理, 皖事通[办|理].
 */
function isCutAtEnd({ lattice, window }: Look): boolean {
  if (!isWordUnit(window.after(0))) return false;
  // 在…网上: what follows goes with 在.
  if (window.follows('上') && window.precededBy('placePrepositions') !== null) return false;
  return lattice.compareEnd(window).value < ABOUT_EVEN;
}

function closesList({ window }: Look): boolean {
  return window.isOneOf('listMarks', window.before(0)) && window.followedBy('listCloses') !== null;
}

/** True where a mark or the text's end is beside the name. */
function isAtEdge({ window }: Look): boolean {
  return !isWordUnit(window.before(0)) || !isWordUnit(window.after(0));
}

/** True when the crossing word leaves the name's first character alone behind a word of its own. */
function isNameless(look: Look, crossing: string): boolean {
  const { window } = look;
  return (
    !isAtEdge(look) &&
    DIRECTIONS.includes(crossing.charAt(0)) &&
    crossing.charCodeAt(0) === window.units[window.start + 1] &&
    (window.isCounted() || window.isOneOf('wordsBefore', window.before(0)))
  );
}

/** True when the crossing word leaves 四 alone where no number ends (爱吃四川菜). */
function isNumberless({ window }: Look, crossing: string): boolean {
  return (
    window.units[window.start] === FOUR &&
    crossing.charCodeAt(0) === window.units[window.start + 1] &&
    !BEFORE_FOUR.includes(String.fromCharCode(window.before(0)))
  );
}

/** True for 以[上海]为例: after 以上, “or more”, 海 begins a word (海量, 海外) or there is none. */
function isPhrase({ lattice, window }: Look, crossing: string): boolean {
  return crossing === OR_MORE && !lattice.beginsAt(window, window.end - 1);
}

/** 上|海南: of two divisions' names that share a character the first is the one that is read. */
function overlapsNext({ window, divisionNames }: Look, crossing: string): boolean {
  const shared = crossing.charCodeAt(0) === window.units[window.end - 1];
  return shared && divisionNames.has(crossing);
}

/**
 * 安大略湖|北面: waters and mountains abroad are written with the characters that foreign names are,
 * and news does not name them often enough to be in the table.
 */
function isForeignWater({ window }: Look, crossing: string): boolean {
  return (
    DIRECTIONS.includes(crossing.charAt(0)) &&
    crossing.charCodeAt(0) === window.units[window.start + 1] &&
    window.isOneOf('foreignSounds', window.before(0)) &&
    window.isOneOf('foreignSounds', window.before(1))
  );
}

export const CORRECTIONS: readonly Correction[] = [
  { name: 'lone-character', ofDivisions: false, weight: LONE_CHARACTER, holds: isAtEdge },
  { name: 'nameless', ofDivisions: true, weight: NAMELESS, holds: isNameless },
  { name: 'numberless', ofDivisions: true, weight: SETTLED, holds: isNumberless },
  { name: 'or-more', ofDivisions: true, weight: SETTLED, holds: isPhrase },
  { name: 'neighbour', ofDivisions: true, weight: NEIGHBOUR, holds: ({ gap }) => gap === 0 },
  { name: 'overlaps-next', ofDivisions: true, weight: OVERLAP, holds: overlapsNext },
  { name: 'foreign-water', ofDivisions: true, weight: FOREIGN_WATER, holds: isForeignWater },
  { name: 'list-closed', ofDivisions: false, weight: LIST_CLOSED, holds: closesList },
];

/** Weighs the name against dictionary words that cross its edges; says nothing when there are none. */
function weighWords(look: Look, isDivision: boolean): Finding | null {
  const { lattice, window, corrections } = look;
  if (!lattice.mayCross(window)) return null;
  const margin = lattice.compare(window, isDivision ? DIVISION_COST : OTHER_COST);
  let weight = margin.value - (isDivision ? HANDICAP : OTHER_HANDICAP);
  let text = margin.crossing;
  for (const { name, ofDivisions, weight: more, holds } of corrections) {
    if ((ofDivisions && !isDivision) || !holds(look, margin.crossing)) continue;
    weight += more;
    text += ` ${name}`;
  }
  return { weight: Math.max(SURE, Math.min(isDivision ? MOST_FOR : 0, weight)), text };
}

export const WORDS: readonly Rule[] = [
  { name: 'words', of: ['short', 'group'], signs: 0, weigh: (look) => weighWords(look, true) },
  { name: 'words', of: ['brief'], signs: 0, weigh: (look) => weighWords(look, false) },
  rule('cut-end', 'brief', 0, SURE, (look) => (isCutAtEnd(look) ? '' : null)),
  rule('cut-noun', 'long', 0, UNMET, (look) =>
    look.traits.commonNoun && isCutAtEnd(look) ? '' : null,
  ),
  rule('cut-bearer', 'long', 0, UNMET, (look) =>
    look.traits.isBearer && isCutAtEnd(look) ? '' : null,
  ),
];
