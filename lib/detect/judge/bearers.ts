import { isQuote } from '@/lib/text/noise';
import { beginsWord } from '../words';
import { opensWord } from './roads';
import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit } from './window';

/** Characters in which the next ship of a list is named: 、山东双舰. */
const SHIP_LIST = 6;
const PERSON = -6;

/** 福建[舰], “福建”[号], 山东[舰]航母编队; not 广东号召 or 福建舰队. */
function ship({ window, words }: Look): string | null {
  const offset = isQuote(window.after(0)) ? 1 : 0;
  const head = window.after(offset);
  return isWordUnit(head) && window.isOneOf('shipHeads', head) && !opensWord(window, words, offset)
    ? String.fromCharCode(head)
    : null;
}

/** [辽宁]、山东舰: the next in the list is a ship, and nothing but names stands between. */
function listedShip({ window }: Look): string | null {
  if (!window.isOneOf('listMarks', window.after(0))) return null;
  for (let offset = 3; offset < SHIP_LIST; offset++)
    if (window.follows('舰', offset)) return window.textAfter(SHIP_LIST);
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

export const BEARERS: readonly Rule[] = [
  rule('ship', ['short', 'brief'], SIGN.ship, SURE, ship),
  rule('listed-ship', ['short', 'brief'], SIGN.ship, SURE, listedShip),
  rule('person', 'short', SIGN.surname, PERSON, person),
];
