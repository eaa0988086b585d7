import { isQuote } from '@/lib/text/noise';
import { beginsWord } from '../words';
import { opensWord } from './roads';
import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit, type Window } from './window';

/** Characters in which the next ship of a list is named: 、山东双舰. */
const SHIP_LIST = 6;
const PERSON = -6;
const TIME = '时间';
const EAST = '东'.charCodeAt(0);

/** 福建[舰], “福建”[号], 山东[舰]航母编队; not 广东号召 or 福建舰队. */
function ship({ window, words }: Look): string | null {
  const offset = isQuote(window.after(0)) ? 1 : 0;
  const head = window.after(offset);
  return isWordUnit(head) && window.isOneOf('shipHeads', head) && !opensWord(window, words, offset)
    ? String.fromCharCode(head)
    : null;
}

/** What ships in a list are together (双舰), `offset` places after the name or in quotation marks. */
function groupAt(window: Window, offset: number): string | null {
  return window.followedBy('shipGroups', offset + (isQuote(window.after(offset)) ? 1 : 0));
}

/** True where the name, quoted or not, follows another in a list: 辽宁、[山东], “辽宁”“[山东]”. */
function isListed(window: Window): boolean {
  const before = window.before(0);
  if (!isQuote(before)) return window.isOneOf('listMarks', before);
  return isQuote(window.before(1)) || window.isOneOf('listMarks', window.before(1));
}

/**
 * [辽宁]、山东舰, 辽宁、[山东]双舰编队: the next in the list is a ship, or the list is one of ships,
 * and nothing but names stands between.
 */
function listedShip({ window }: Look): string | null {
  const group = isListed(window) ? groupAt(window, 0) : null;
  if (group !== null) return group;
  if (!isQuote(window.after(0)) && !window.isOneOf('listMarks', window.after(0))) return null;
  for (let offset = 3; offset < SHIP_LIST; offset++)
    if (window.follows('舰', offset) || groupAt(window, offset) !== null)
      return window.textAfter(SHIP_LIST);
  return null;
}

/**
 * 陈[重庆]题书, 、孔[海南]、, 院士何[湖南]: the surname before is no word's end, and a person may be
 * named there. A surname that is a word besides (高, 何) needs a title before it or what follows persons.
 */
function person({ window, words }: Look): string | null {
  const surname = window.before(0);
  const before = window.before(1);
  const at = window.start - 1;
  const begins = !isWordUnit(before);
  if (!begins && beginsWord(words, window.ids[at - 1]!, window.ids[at]!)) return null;
  const isRare = window.isOneOf('surnames', surname);
  const follows = window.followedBy('afterPerson') !== null;
  const isNamed =
    (isRare && (begins || follows || window.isOneOf('beforePerson', before))) ||
    (begins && follows) ||
    window.precededBy('personTitles', 1) !== null;
  return isNamed ? String.fromCharCode(surname) : null;
}

/** 东躲[西藏], 东塞[西藏]: the phrase 东…西…; not 山东援西藏 or 从东到西藏. */
function eastAndWest({ window, gap }: Look): string | null {
  if (window.before(1) !== EAST || gap === 1) return null;
  const verb = window.before(0);
  return isWordUnit(verb) && !window.isOneOf('wordsBefore', verb) ? window.textAround(2) : null;
}

/** 四川[话], 北京[烤鸭]: what only borrows the name; not 上海话剧. */
function borrower({ window, words }: Look): string | null {
  const head = window.followedBy('borrowers');
  return head?.length === 1 && opensWord(window, words, 0) ? null : head;
}

/**
 * 北京[时间], 香港[時間下午]三時, 新疆[时间早上]: a clock's. Time that is spent (在上海时间久了) or short
 * (浙江时间紧) is the place's; of provinces only a time of the day tells.
 */
function clock({ window, traits }: Look): string | null {
  if (!window.follows(TIME)) return null;
  const next = window.after(TIME.length);
  if (window.followedBy('clockWords', TIME.length) !== null) return TIME;
  const isSpent =
    window.isOneOf('placePrepositions', window.before(0)) ||
    window.isOneOf('stays', window.before(0)) ||
    window.precededBy('placeVerbs') !== null;
  if (isSpent) return null;
  const isCity = traits.municipality || traits.region;
  return isWordUnit(next) && (!isCity || window.isOneOf('timeTails', next)) ? null : TIME;
}

export const BEARERS: readonly Rule[] = [
  rule('ship', ['short', 'brief'], SIGN.ship, SURE, ship),
  rule('listed-ship', ['short', 'brief'], SIGN.shipList, SURE, listedShip),
  rule('borrowed', 'short', SIGN.borrowed, SURE, borrower),
  rule('clock', 'short', SIGN.clock, SURE, clock),
  rule('east-and-west', 'short', SIGN.west, SURE, eastAndWest),
  rule('person', 'short', SIGN.surname, PERSON, person),
];
