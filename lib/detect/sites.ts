import type { Roles } from './roles';

/** Room for 1,024 groups of four units: what 125,000 units of news have, in 8 kB. */
const ROOM = 2048;

export interface SiteFinder {
  /** What find() noted: the index of a group of four units, and a byte for each of the four. */
  sites: Int32Array;
  /** Notes sites from `from` to before `to`; returns how many numbers of `sites` are filled. */
  find: (text: string, from: number, to: number) => number;
}

/**
 * Looks for units that may belong to a form together with the unit before them. find() notes each
 * group of four units with such a one: its index, and a word whose nth byte has the groups (Roles)
 * which the nth unit and the one before it have in common. `to - from` is a multiple of four; when
 * all of `sites` is filled, the search ended there.
 *
 * Four units are tested with one branch. Two tables are looked up and nothing is shifted: beside
 * charCodeAt() a look-up costs next to nothing. One loop runs over as much text as can be, and
 * nothing follows it, because V8 compiles it while it runs: in short calls that comes late, and code
 * after it that has never run would throw the compiled loop away at its end, again and again (two to
 * four times slower). A closure, because a page makes one: V8 then takes the tables for constants
 * and need not ask at each look-up whether a unit is within them (a fifth less).
 */
export function createSiteFinder({ left, right }: Roles): SiteFinder {
  const sites = new Int32Array(ROOM);
  function find(text: string, from: number, to: number): number {
    let count = 0;
    let before = from === 0 ? 0 : left[text.charCodeAt(from - 1)]!;
    for (let at = from; at < to && count < sites.length; at += 4) {
      const first = text.charCodeAt(at);
      const second = text.charCodeAt(at + 1);
      const third = text.charCodeAt(at + 2);
      const fourth = text.charCodeAt(at + 3);
      const pair1 = before & right[first]!;
      const pair2 = left[first]! & right[second]!;
      const pair3 = left[second]! & right[third]!;
      const pair4 = left[third]! & right[fourth]!;
      before = left[fourth]!;
      if ((pair1 | pair2 | pair3 | pair4) === 0) continue;
      sites[count++] = at;
      sites[count++] = pair1 | (pair2 << 8) | (pair3 << 16) | (pair4 << 24);
    }
    return count;
  }
  return { sites, find };
}
