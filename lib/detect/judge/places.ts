import { opensWord } from './roads';
import { type Look, type Rule, rule, SURE } from './rule';
import { SIGN } from './signs';
import { isWordUnit, type Window } from './window';
import { ABOUT_EVEN, DIVISION_COST } from './word-evidence';

const DISTRICT = '区';
const CITY = '市';
const QUARTER = '街道';
const COMMUNITY = '社区';
const LISTED = '、';
/** Characters that may stand between a division's name and the head of a local name: 山西[寮]村. */
const LOCAL_PART = 2;

function characterAfter(window: Window, offset: number): string {
  return String.fromCharCode(window.after(offset));
}

/** 海南[藏族自治州], 河南[蒙古族自治县]; not 湖南湘西土家族苗族自治州. */
function peoplesPlace({ window }: Look): string | null {
  let offset = 0;
  for (;;) {
    const people = window.vocabulary.peoples.find(
      (one) => window.follows(one, offset) && window.follows('族', offset + one.length),
    );
    if (people === undefined) break;
    offset += people.length + 1;
  }
  if (offset === 0) return null;
  const head = window.followedBy('autonomousHeads', offset);
  return head === null ? null : window.textAfter(offset + head.length);
}

/** 山东[庄镇], 江西[坡村]: a part that villages are called after, then the head. */
function villagePlace({ window }: Look): string | null {
  if (!window.isOneOf('villageParts', window.after(0))) return null;
  const head = window.followedBy('villageHeads', 1);
  return head === null ? null : window.textAfter(1 + head.length);
}

/** A head before another level, at `offset` or after a comma there, is no place's: 州、市, 街道乡镇. */
function isLevel(window: Window, offset: number): boolean {
  const next = characterAfter(window, offset);
  if (next !== LISTED)
    return window.vocabulary.levels.includes(next) || window.follows(COMMUNITY, offset);
  return (
    window.follows(COMMUNITY, offset + 1) || window.isOneOf('levels', window.after(offset + 1))
  );
}

/** 江苏路[街道] is a road's; 河南[街道] a place; 街道、社区 and 街道乡镇 are levels at large. */
function quarter({ window }: Look): string | null {
  if (!window.follows(QUARTER)) return null;
  return isLevel(window, 2) ? null : QUARTER;
}

/** 州, 县, 镇 … standing alone after the name; in a row (市县, 州、市) they are levels at large. */
function placeHead({ window, words, traits }: Look): string | null {
  const head = characterAfter(window, 0);
  const own = traits.municipality || traits.region;
  const possible =
    window.vocabulary.placeHeads.includes(head) ||
    (window.vocabulary.rarePlaceHeads.includes(head) && !isWordUnit(window.after(1))) ||
    (head === CITY && !own) ||
    (head === DISTRICT && !own && window.followedBy('salesWords', 1) === null);
  if (!possible || opensWord(window, words, 0)) return null;
  return isLevel(window, 1) ? null : head;
}

/**
 * 开州区[河北社区], 附城镇[山西寮村]: what lies in a smaller place and is called after a division,
 * or by a name that begins with one.
 */
function localPlace({ window, words }: Look): string | null {
  if (window.precededBy('smallerPlaces') === null) return null;
  for (let offset = 0; offset <= LOCAL_PART; offset++) {
    const head = window.followedBy('localHeads', offset);
    if (head !== null && (head.length > 1 || !opensWord(window, words, offset))) return head;
    if (!isWordUnit(window.after(offset))) return null;
  }
  return null;
}

/** 泽库、河南[两县]: the name is a county's where counties are counted and no division is before it. */
function countyInList({ window, traits, gap }: Look): string | null {
  // Nothing but the list mark stands between the name and a division's.
  if (gap === 1 || !window.isOneOf('listMarks', window.before(0))) return null;
  const close = window.followedBy('countyCloses');
  return traits.region && close?.endsWith(DISTRICT) ? null : close;
}

/** [上海]外高桥, [湖北]庙滩镇: a place in the division follows, and no word runs into its name. */
function ownPlace({ window, lattice, traits }: Look): string | null {
  const place = traits.places.get(window.after(0))?.find((one) => window.follows(one));
  if (place === undefined) return null;
  return lattice.compareStart(window, DIVISION_COST).value < ABOUT_EVEN ? null : place;
}

/** More than whatever else speaks against the name. */
const OWN = 24;

/** What saves a name that all else speaks against. */
export const RESCUES: readonly Rule[] = [rule('own-place', 'short', 0, OWN, ownPlace)];

/** Counties, districts, towns and buildings that bear a division's name, or begin with one. */
export const PLACES: readonly Rule[] = [
  rule('grouping', 'short', SIGN.grouping, SURE, ({ window }) =>
    window.followedBy('groupingHeads'),
  ),
  rule('building', 'short', SIGN.building, SURE, ({ window }) =>
    window.followedBy('buildingHeads'),
  ),
  rule('peoples-place', 'short', SIGN.people, SURE, peoplesPlace),
  rule('village', 'short', SIGN.villagePart, SURE, villagePlace),
  rule('quarter', 'short', SIGN.quarter, SURE, quarter),
  rule('local-place', 'short', SIGN.within, SURE, localPlace),
  rule('county-in-list', 'short', SIGN.counted, SURE, countyInList),
  rule('place', 'short', SIGN.head, SURE, placeHead),
];
