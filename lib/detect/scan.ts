import type { Candidate } from './candidate';
import type { Gazetteer } from './gazetteer';
import { ROLE } from './roles';
import { findLastSites, findSites } from './sites';
import { findFirst, findInner, type Walk } from './walk';

const HAN = /[\u2e80-\uffff]/;

/** Looks closer at the first `count` numbers of sites. */
function walkSites(walk: Walk, count: number): void {
  const { sites } = walk.matcher;
  for (let i = 0; i < count; i += 2) {
    const at = sites[i]!;
    for (let pairs = sites[i + 1]!; pairs !== 0; pairs &= pairs - 1) {
      const bit = 31 - Math.clz32(pairs & -pairs);
      const unit = at + (bit >> 3);
      if (1 << (bit & 7) === ROLE.inner) findInner(walk, unit);
      else findFirst(walk, unit - 1);
    }
  }
}

/**
 * Finds every occurrence of every surface form, those inside others too, whatever the text does to
 * them: variants, width, glosses, spaces and invisible characters (lib/text/noise.ts).
 * Returns candidates sorted by start, the longer first. Time is linear in the text, nearly that of
 * reading it: in news 3 % of the units are anchors, and 1 % have a neighbour that may belong to a
 * name; only around those is anything else looked at. Each occurrence has one anchor, so none is
 * found twice.
 */
export function scan(text: string, gazetteer: Gazetteer): Candidate[] {
  const { matcher, forms } = gazetteer;
  const found: Candidate[] = [];
  // Such a search ends at once in a one-byte string, which Latin pages are made of.
  if (matcher.hanOnly && !HAN.test(text)) return found;
  const walk: Walk = { text, matcher, forms, found };
  const { sites } = matcher;
  const fours = text.length & ~3;
  for (let from = 0; from < fours; ) {
    const count = findSites(text, from, fours, matcher);
    walkSites(walk, count);
    from = count < sites.length ? fours : sites[count - 2]! + 4;
  }
  walkSites(walk, findLastSites(text, fours, matcher));
  return found;
}
