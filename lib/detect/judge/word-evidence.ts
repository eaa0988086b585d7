import { beginsWord, LOG_TOTAL } from '../words';
import { UNMET } from './conditions';
import { type Correction, type Finding, type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
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
/** A firm's name is no word of the dictionary, and where it is registered stands before it. */
const FIRM = 4;
/** 湖南|湘绣 is said of Hunan's own; 南湘 is rare. */
const OWN_ABBREVIATION = 4.5;
const AREA = '区'.charCodeAt(0);
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

/** True when the crossing word leaves of the name its first character, and no more. */
function leavesFirst({ window }: Look, crossing: string): boolean {
  return crossing.charCodeAt(0) === window.units[window.start + 1];
}

/** True when that character belongs to the word before: 网上|海量. */
function goesWithBefore({ window, words }: Look): boolean {
  const { ids, start } = window;
  return isWordUnit(window.before(0)) && beginsWord(words, ids[start - 1]!, ids[start]!);
}

/**
 * True when the crossing word leaves the name's first character alone behind a word of its own, or
 * behind what is done to places: 与|上|海通, 落户|上|海星.
 */
function isNameless(look: Look, crossing: string): boolean {
  const { window } = look;
  if (!leavesFirst(look, crossing)) return false;
  if (window.precededBy('placeVerbs') !== null) return true;
  const isAfterWord = window.isOneOf('wordsBefore', window.before(0));
  if (DIRECTIONS.includes(crossing.charAt(0)))
    return !isAtEdge(look) && (window.isCounted() || isAfterWord);
  return isAfterWord;
}

/** True for [上海]东影足球俱乐部, [河南]通达绿化有限公司; not 网上海量数据公司. */
function isFirms(look: Look, crossing: string): boolean {
  const { window } = look;
  if (!leavesFirst(look, crossing) || goesWithBefore(look)) return false;
  for (let offset = 2; isWordUnit(window.after(offset)); offset++)
    if (window.followedBy('firmHeads', offset) !== null) return true;
  return false;
}

/** True for 湖南[湘]绣, where what crosses is 南湘. */
function isOwnAbbreviation(look: Look, crossing: string): boolean {
  const { window } = look;
  return leavesFirst(look, crossing) && window.isOneOf('abbreviations', window.after(0));
}

/** True for 上海[区]总经理: a firm's area, no 海区. */
function isSalesArea({ window }: Look): boolean {
  return window.after(0) === AREA && window.followedBy('salesWords', 1) !== null;
}

/** True where two divisions stand in a row, unless it is 山东|河南, with the crossing word across both. */
function isNeighbour({ window, gap }: Look, crossing: string): boolean {
  return gap === 0 && crossing.charCodeAt(crossing.length - 1) !== window.units[window.start];
}

/** True when the crossing word leaves 四 alone where no number ends (爱吃四川菜). */
function isNumberless(look: Look, crossing: string): boolean {
  const { window } = look;
  return (
    window.units[window.start] === FOUR &&
    leavesFirst(look, crossing) &&
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
function isForeignWater(look: Look, crossing: string): boolean {
  const { window } = look;
  return (
    DIRECTIONS.includes(crossing.charAt(0)) &&
    leavesFirst(look, crossing) &&
    window.isOneOf('foreignSounds', window.before(0)) &&
    window.isOneOf('foreignSounds', window.before(1))
  );
}

export const CORRECTIONS: readonly Correction[] = [
  { name: 'lone-character', ofDivisions: false, weight: LONE_CHARACTER, holds: isAtEdge },
  { name: 'nameless', ofDivisions: true, weight: NAMELESS, holds: isNameless },
  { name: 'numberless', ofDivisions: true, weight: SETTLED, holds: isNumberless },
  { name: 'or-more', ofDivisions: true, weight: SETTLED, holds: isPhrase },
  { name: 'neighbour', ofDivisions: true, weight: NEIGHBOUR, holds: isNeighbour },
  { name: 'firm', ofDivisions: true, weight: FIRM, holds: isFirms },
  {
    name: 'own-abbreviation',
    ofDivisions: true,
    weight: OWN_ABBREVIATION,
    holds: isOwnAbbreviation,
  },
  { name: 'sales-area', ofDivisions: true, weight: SETTLED, holds: isSalesArea },
  { name: 'overlaps-next', ofDivisions: true, weight: OVERLAP, holds: overlapsNext },
  { name: 'foreign-water', ofDivisions: true, weight: FOREIGN_WATER, holds: isForeignWater },
  { name: 'list-closed', ofDivisions: false, weight: LIST_CLOSED, holds: closesList },
];

/** Weighs the name against the dictionary words that cross its edges. */
function weighWords(look: Look, isDivision: boolean): Finding {
  const { lattice, window, corrections } = look;
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
  {
    name: 'words',
    of: ['short', 'group'],
    signs: SIGN.crossing,
    weigh: (look) => weighWords(look, true),
  },
  { name: 'words', of: ['brief'], signs: SIGN.crossing, weigh: (look) => weighWords(look, false) },
  rule('cut-end', 'brief', SIGN.crossing, SURE, (look) => (isCutAtEnd(look) ? '' : null)),
  rule('cut-noun', 'long', SIGN.crossing, UNMET, (look) =>
    look.traits.commonNoun && isCutAtEnd(look) ? '' : null,
  ),
  rule('cut-bearer', 'long', SIGN.crossing, UNMET, (look) =>
    look.traits.isBearer && isCutAtEnd(look) ? '' : null,
  ),
];
