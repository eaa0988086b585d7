import { isQuote } from '@/lib/text/noise';
import type { Vocabulary } from './vocabulary';

/** What the character next to a name may be the beginning (or, before it, the end) of; what a form may be. */
export const SIGN = {
  road: 1,
  place: 2,
  lake: 4,
  ship: 8,
  surname: 16,
  within: 32,
  /** Of the form: its name is a river's as well (黑龙江). */
  river: 64,
  /** Of the form: the dataset asks for quotation or title marks. */
  condition: 128,
  /** Of the form: its name begins with 西 (西藏). */
  west: 512,
  /** Behind the name: what only borrows it (四川话). */
  borrowed: 256,
} as const;

/** Signs that count behind a name, and those that count before it. */
const AFTER = SIGN.road | SIGN.place | SIGN.lake | SIGN.ship | SIGN.borrowed;
const BEFORE = SIGN.surname | SIGN.within;

/** Signs by unit, so that the common neighbours (的, 省, a comma) cost one look-up. */
export function buildSigns(vocabulary: Vocabulary): ReadonlyMap<number, number> {
  const signs = new Map<number, number>();
  const mark = (sign: number, ...kinds: (readonly string[])[]) => {
    for (const word of kinds.flat()) {
      const unit = word.charCodeAt(0);
      signs.set(unit, (signs.get(unit) ?? 0) | sign);
    }
  };
  const { roadHeads, roadParts, placeHeads, rarePlaceHeads, villageParts, peoples } = vocabulary;
  const { buildingHeads, groupingHeads, localHeads, countyCloses, shipHeads, listMarks } =
    vocabulary;
  mark(SIGN.road, roadHeads, roadParts, ['道']);
  mark(SIGN.place, placeHeads, rarePlaceHeads, villageParts, buildingHeads, groupingHeads, peoples);
  mark(SIGN.place, localHeads, countyCloses);
  mark(SIGN.place, ['市', '区', '街']);
  mark(SIGN.lake, ['湖']);
  mark(SIGN.ship, shipHeads, listMarks, vocabulary.shipGroups);
  mark(SIGN.borrowed, vocabulary.borrowers, vocabulary.cityBorrowers);
  for (const head of vocabulary.smallerPlaces) mark(SIGN.within, [head.slice(-1)]);
  mark(SIGN.surname, vocabulary.surnames, vocabulary.commonSurnames);
  return signs;
}

/** The signs of the characters before and after a name: quotation marks may close around a ship's. */
export function signsAt(signs: ReadonlyMap<number, number>, before: number, after: number): number {
  const behind = signs.get(after) ?? (isQuote(after) ? SIGN.ship : 0);
  return (behind & AFTER) | ((signs.get(before) ?? 0) & BEFORE);
}
