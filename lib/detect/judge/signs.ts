import { isQuote } from '@/lib/text/noise';
import type { Vocabulary } from './vocabulary';
import { isWordUnit } from './window';

/**
 * What the character beside a name may be the beginning (or, before it, the end) of, and what a form
 * may be: each rule names the one without which it need not look.
 */
export const SIGN = {
  road: 1,
  /** 州, 县, 镇 …: the head of another place's name. */
  head: 2,
  /** 庄, 坡: what villages are called after. */
  villagePart: 4,
  quarter: 8,
  people: 16,
  grouping: 32,
  building: 64,
  /** Counties are counted: 两县. */
  counted: 128,
  lake: 256,
  ship: 512,
  /** Of a list, in which ships may be. */
  shipList: 1024,
  /** What only borrows the name (四川话). */
  borrowed: 2048,
  clock: 2097152,
  /** Before the name: a surname; the head of a county or town. */
  surname: 4096,
  within: 8192,
  /** Of platforms: what they are called (APP), and before the name what is done with them (登录). */
  platformTail: 262144,
  platformVerb: 524288,
  /** A mark, a space or the end of the text is beside the name. */
  apart: 1048576,
  /** Of the form: its name is a river's as well (黑龙江). */
  river: 16384,
  /** Of the form: the dataset asks for quotation or title marks. */
  condition: 32768,
  /** Of the form: its name begins with 西 (西藏). */
  west: 65536,
  /** A word of the dictionary crosses an edge of the name. */
  crossing: 131072,
} as const;

/** Before a name: 在浙里办上. */
export const ON = '在';

/** Signs that count before a name; the other ones of neighbours count behind it. */
const BEFORE = SIGN.surname | SIGN.within | SIGN.platformVerb;
/** Quotation marks may close around a ship's name. */
const QUOTED_SHIP = SIGN.ship | SIGN.shipList;

/** Signs by unit, so that the common neighbours (的, 省, a comma) cost one look-up. */
export function buildSigns(vocabulary: Vocabulary): ReadonlyMap<number, number> {
  const signs = new Map<number, number>();
  const mark = (sign: number, ...kinds: (readonly string[])[]) => {
    for (const word of kinds.flat()) {
      const unit = word.charCodeAt(0);
      signs.set(unit, (signs.get(unit) ?? 0) | sign);
    }
  };
  const { roadHeads, roadParts, placeHeads, rarePlaceHeads, shipGroups, listMarks } = vocabulary;
  mark(SIGN.road, roadHeads, roadParts, ['道']);
  mark(SIGN.head, placeHeads, rarePlaceHeads, ['市', '区']);
  mark(SIGN.villagePart, vocabulary.villageParts);
  mark(SIGN.quarter, ['街']);
  mark(SIGN.people, vocabulary.peoples);
  mark(SIGN.grouping, vocabulary.groupingHeads);
  mark(SIGN.building, vocabulary.buildingHeads);
  mark(SIGN.counted, vocabulary.countyCloses);
  mark(SIGN.lake, ['湖']);
  mark(SIGN.ship, vocabulary.shipHeads);
  mark(SIGN.shipList, listMarks, shipGroups);
  mark(SIGN.borrowed, vocabulary.borrowers);
  mark(SIGN.clock, ['时']);
  const last = (words: readonly string[]) => words.map((word) => word.slice(-1));
  mark(SIGN.within, last(vocabulary.smallerPlaces));
  mark(SIGN.surname, vocabulary.surnames, vocabulary.commonSurnames);
  mark(SIGN.platformTail, vocabulary.platformTails);
  mark(SIGN.platformVerb, last(vocabulary.platformVerbs), last(vocabulary.useVerbs), [ON]);
  return signs;
}

/** The signs of the characters before and after a name. */
export function signsAt(signs: ReadonlyMap<number, number>, before: number, after: number): number {
  const behind = signs.get(after) ?? (isQuote(after) ? QUOTED_SHIP : 0);
  const apart = isWordUnit(before) && isWordUnit(after) ? 0 : SIGN.apart;
  return (behind & ~BEFORE) | ((signs.get(before) ?? 0) & BEFORE) | apart;
}
