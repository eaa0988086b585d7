import type { Matcher } from './matcher';
import { ROLE } from './roles';

/** ROLE.inner and ROLE.first in each byte of a word. */
const INNER = 0x01010101;
const FIRST = 0x02020202;

/**
 * Notes in matcher.sites where, from `from` to before `to`, a unit and the one before it may belong
 * to a form; `to - from` is a multiple of four. Noted are the index of each group of four units
 * with such a pair, and a word whose nth byte has the bit ROLE.inner when the nth unit may be an
 * anchor after the unit before it, and ROLE.first when the unit before it may be an anchor before
 * the nth. Returns how much of `sites` is filled; when that is all, the search ended there.
 *
 * The roles of four units are tested as one word, with one branch: `before` and `after` lie two
 * bits above the anchor role they go with. Taken apart, the same tests cost a third more. One loop
 * runs over as much text as can be, and nothing follows it, because V8 compiles it while it runs:
 * in short calls that comes late, and code after it that has never run would throw the compiled
 * loop away at its end, again and again (two to four times slower).
 */
export function findSites(text: string, from: number, to: number, matcher: Matcher): number {
  const { roles, sites } = matcher;
  let count = 0;
  let carried = from === 0 ? 0 : roles[text.charCodeAt(from - 1)]!;
  for (let at = from; at < to && count < sites.length; at += 4) {
    const word =
      roles[text.charCodeAt(at)]! |
      (roles[text.charCodeAt(at + 1)]! << 8) |
      (roles[text.charCodeAt(at + 2)]! << 16) |
      (roles[text.charCodeAt(at + 3)]! << 24);
    const left = (word << 8) | carried;
    carried = word >>> 24;
    const pairs = (word & (left >> 2) & INNER) | (left & (word >> 2) & FIRST);
    if (pairs === 0) continue;
    sites[count++] = at;
    sites[count++] = pairs;
  }
  return count;
}

/** The same for the fewer than four units from `from` to the end of the text. */
export function findLastSites(text: string, from: number, { roles, sites }: Matcher): number {
  let count = 0;
  let carried = from === 0 ? 0 : roles[text.charCodeAt(from - 1)]!;
  for (let at = from; at < text.length; at++) {
    const role = roles[text.charCodeAt(at)]!;
    sites[count++] = at;
    sites[count++] = (role & (carried >> 2) & ROLE.inner) | (carried & (role >> 2) & ROLE.first);
    carried = role;
  }
  return count;
}
