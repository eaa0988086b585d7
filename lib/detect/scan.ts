import type { Candidate } from './candidate';
import type { Gazetteer } from './gazetteer';
import { FIRST, INNER } from './roles';
import { createSiteFinder } from './sites';
import { createWalk } from './walk';

const HAN = /[\u2e80-\uffff]/;

/**
 * Makes the function that finds every occurrence of every surface form, those inside others too,
 * whatever the text does to them: variants, width, glosses, spaces and invisible characters
 * (lib/text/noise.ts). It returns candidates sorted by start, the longer first. Time is linear in
 * the text, nearly that of reading it: in news 3 % of the units are anchors, and 1 % have a
 * neighbour that may belong to a name; only around those is anything else looked at. Each
 * occurrence has one anchor, so none is found twice.
 */
export function createScanner(gazetteer: Gazetteer): (text: string) => Candidate[] {
  const { roles, hanOnly } = gazetteer.matcher;
  const { sites, find } = createSiteFinder(roles);
  const { findInner, findFirst } = createWalk(gazetteer);

  /** Looks closer at up to four units from `start` on; `pairs` is what find() notes of them. */
  function walkSite(text: string, start: number, pairs: number, found: Candidate[]): void {
    for (let rest = pairs; rest !== 0; ) {
      const byte = (31 - Math.clz32(rest & -rest)) & ~7;
      const at = start + (byte >> 3);
      const pair = rest >> byte;
      if ((pair & INNER) !== 0) findInner(text, at, found);
      if ((pair & FIRST) !== 0) findFirst(text, at - 1, found);
      rest &= ~(0xff << byte);
    }
  }

  return (text) => {
    const found: Candidate[] = [];
    // Such a search ends at once in a one-byte string, which Latin pages are made of.
    if (hanOnly && !HAN.test(text)) return found;
    const fours = text.length & ~3;
    for (let from = 0; from < fours; ) {
      const count = find(text, from, fours);
      for (let i = 0; i < count; i += 2) walkSite(text, sites[i]!, sites[i + 1]!, found);
      from = count < sites.length ? fours : sites[count - 2]! + 4;
    }
    const { left, right } = roles;
    for (let at = Math.max(fours, 1); at < text.length; at++) {
      const pair = left[text.charCodeAt(at - 1)]! & right[text.charCodeAt(at)]!;
      walkSite(text, at, pair, found);
    }
    return found;
  };
}
