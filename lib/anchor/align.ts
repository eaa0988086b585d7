import type { Span } from '@/lib/model/span';

/** Costs of an alignment: a unit that is another, a gap, and each unit of a gap. */
const OTHER = 5;
const GAP = 4;
const GAP_UNIT = 1;
/** What it costs more that something was put in between the units of a quote: it is rather edited around than torn. */
const TEAR = 8;
/** More cells than this are not looked at. */
const MAX_CELLS = 3_000_000;
const FAR = 1 << 28;

/** For each unit of a text, the unit of another that stands for it; -1 where none does. */
export type Pairs = Int32Array;

/**
 * Aligns two texts from start to end; what stands before or after all of the old one in the new costs
 * nothing where that end is `open`. Null where they are too long.
 */
export function align(
  old: string,
  now: string,
  open: { start: boolean; end: boolean },
  quote: Span,
): Pairs | null {
  const rows = old.length + 1;
  const columns = now.length + 1;
  if (rows * columns > MAX_CELLS) return null;
  const from = new Uint8Array(rows * columns);
  // Cheapest ways to each column that end with two units, a gap in the new text, a gap in the old.
  let both = new Int32Array(columns).fill(FAR);
  let lost = new Int32Array(columns).fill(FAR);
  let come = new Int32Array(columns);
  for (let j = 0; j < columns; j++) come[j] = open.start || j === 0 ? 0 : GAP + j * GAP_UNIT;
  both[0] = 0;
  for (let j = 1; j < columns; j++) from[j] = j > 1 ? 8 : 0;
  let nextBoth = new Int32Array(columns);
  let nextLost = new Int32Array(columns);
  let nextCome = new Int32Array(columns);
  for (let i = 1; i < rows; i++) {
    const unit = old.charCodeAt(i - 1);
    const isLast = i === rows - 1 && open.end;
    const gap = isLast ? 0 : quote.start < i && i < quote.end ? GAP + TEAR : GAP;
    const each = isLast ? 0 : GAP_UNIT;
    nextBoth[0] = FAR;
    nextCome[0] = FAR;
    for (let j = 0; j < columns; j++) {
      let way = 0;
      const opened = Math.min(both[j]!, come[j]!) + GAP + GAP_UNIT;
      const longer = lost[j]! + GAP_UNIT;
      if (longer < opened) way |= 4;
      else if (come[j]! < both[j]!) way |= 16;
      nextLost[j] = Math.min(opened, longer);
      if (j > 0) {
        const b = both[j - 1]!;
        const l = lost[j - 1]!;
        const c = come[j - 1]!;
        const least = Math.min(b, l, c);
        if (b !== least) way |= l === least ? 1 : 2;
        nextBoth[j] = least + (unit === now.charCodeAt(j - 1) ? 0 : OTHER);
        const fresh = Math.min(nextBoth[j - 1]!, nextLost[j - 1]!) + gap + each;
        const on = nextCome[j - 1]! + each;
        if (on < fresh) way |= 8;
        else if (nextLost[j - 1]! < nextBoth[j - 1]!) way |= 32;
        nextCome[j] = Math.min(fresh, on);
      }
      from[i * columns + j] = way;
    }
    [both, nextBoth] = [nextBoth, both];
    [lost, nextLost] = [nextLost, lost];
    [come, nextCome] = [nextCome, come];
  }
  const end = columns - 1;
  return trace(from, rows, columns, [both[end]!, lost[end]!, come[end]!]);
}

function trace(from: Uint8Array, rows: number, columns: number, ends: number[]): Pairs {
  const pairs = new Int32Array(rows - 1).fill(-1);
  let i = rows - 1;
  let j = columns - 1;
  let state = ends.indexOf(Math.min(...ends));
  while (i > 0) {
    const way = from[i * columns + j]!;
    if (state === 0) {
      state = way & 3;
      pairs[--i] = --j;
    } else if (state === 1) {
      state = way & 4 ? 1 : way & 16 ? 2 : 0;
      i--;
    } else {
      state = way & 8 ? 2 : way & 32 ? 1 : 0;
      j--;
    }
  }
  return pairs;
}
