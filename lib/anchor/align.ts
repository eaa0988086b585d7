import type { Span } from '@/lib/model/span';

/** Costs of an alignment: a unit that is another, a gap, and each unit of a gap. */
const OTHER = 12;
const GAP = 16;
const GAP_UNIT = 4;
/** Each unit that was put in between those of a quote, which is rather edited around than torn. */
const TORN_UNIT = 6;
/** A gap that opens in the quote costs a little more: of two equals that may have gone its neighbour rather has. */
const IN_QUOTE = 1;
/** A gap at the end or the start of a sentence costs less: editors put in and take away whole ones. */
const GAP_AT_STOP = 14;
const STOP = /[.。;!?！？]/;
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
  const stops = { old: stopsOf(old), now: stopsOf(now) };
  const from = new Uint8Array(rows * columns);
  // Cheapest ways to each column that end with two units, a gap in the new text, a gap in the old.
  let both = new Int32Array(columns).fill(FAR);
  let lost = new Int32Array(columns).fill(FAR);
  let come = new Int32Array(columns);
  const unitAt = (i: number) => (quote.start < i && i < quote.end ? TORN_UNIT : GAP_UNIT);
  for (let j = 0; j < columns; j++) come[j] = open.start || j === 0 ? 0 : GAP + j * unitAt(0);
  both[0] = 0;
  for (let j = 1; j < columns; j++) from[j] = j > 1 ? 8 : 0;
  let nextBoth = new Int32Array(columns);
  let nextLost = new Int32Array(columns);
  let nextCome = new Int32Array(columns);
  for (let i = 1; i < rows; i++) {
    const unit = old.charCodeAt(i - 1);
    const isLast = i === rows - 1 && open.end;
    
    const each = isLast ? 0 : unitAt(i);
    const lose =
      (stops.old[i - 1] ? GAP_AT_STOP : GAP) + (quote.start < i && i <= quote.end ? IN_QUOTE : 0);
    nextBoth[0] = FAR;
    nextCome[0] = FAR;
    for (let j = 0; j < columns; j++) {
      let way = 0;
      const opened = Math.min(both[j]!, come[j]!) + lose + GAP_UNIT;
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
        const fresh = Math.min(nextBoth[j - 1]!, nextLost[j - 1]!) + (isLast ? 0 : stops.now[j - 1] ? GAP_AT_STOP : GAP) + each;
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

/** For each point of a text, whether a sentence's end stands before or after it. */
function stopsOf(text: string): boolean[] {
  const isStop = (at: number) => STOP.test(text.charAt(at));
  return Array.from({ length: text.length + 1 }, (_, at) => isStop(at - 1) || isStop(at));
}
