import { isQuote } from '@/lib/text/noise';
import { beginsWord, type Words } from '../words';
import type { Evidence } from './evidence';
import { opensWord } from './roads';
import { isWordUnit, type Window } from './window';

const SHIP = -8;
/** Characters in which the next ship of a list is named: 、山东双舰. */
const SHIP_LIST = 6;
const PERSON = -6;

/** 福建[舰], “福建”[号], 山东[舰]航母编队; not 广东号召 or 福建舰队. */
export function weighShip(window: Window, words: Words, evidence: Evidence): void {
  const offset = isQuote(window.after(0)) ? 1 : 0;
  const head = window.after(offset);
  if (isWordUnit(head) && window.isOneOf('shipHeads', head)) {
    if (!opensWord(window, words, offset)) evidence.add('ship', SHIP, String.fromCharCode(head));
  } else if (isListedShip(window)) evidence.add('ship', SHIP, window.textAfter(SHIP_LIST));
}

/** [辽宁]、山东舰: the next in the list is a ship, and nothing but names stands between. */
function isListedShip(window: Window): boolean {
  if (!window.isOneOf('listMarks', window.after(0))) return false;
  for (let offset = 3; offset < SHIP_LIST; offset++) if (window.follows('舰', offset)) return true;
  return false;
}

/**
 * 陈[重庆]题书, 、孔[海南]、, 院士何[湖南]: the surname before is no word's end, and a person may be
 * named there. A surname that is a word besides (高, 何) needs a title before it or what follows persons.
 */
export function weighPerson(window: Window, words: Words, evidence: Evidence): void {
  const surname = window.before(0);
  const before = window.before(1);
  const at = window.start - 1;
  const begins = !isWordUnit(before);
  if (!begins && beginsWord(words, window.ids[at - 1]!, window.ids[at]!)) return;
  const isRare = window.isOneOf('surnames', surname);
  const follows = window.followedBy('afterPerson') !== null;
  const isNamed =
    (isRare && (begins || follows || window.isOneOf('beforePerson', before))) ||
    (begins && follows) ||
    window.precededBy('personTitles', 1) !== null;
  if (isNamed) evidence.add('person', PERSON, String.fromCharCode(surname));
}
