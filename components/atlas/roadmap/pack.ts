import { fitText, type Measure } from '@/components/picture/measure-text';

/** A mark in its row: one entry, or several that lie too close to be told apart here. */
export interface Placed<T> {
  /** Px from the beginning of the time shown. */
  x: number;
  row: number;
  of: T[];
  /** What is written beside it; null where there is no room. */
  label: { text: string; side: 'left' | 'right'; gap: number } | null;
}

interface Packing<T> {
  rows: number;
  /** Px between two marks in a row at least. */
  pitch: number;
  /** Px from the middle of a mark to its label, and from a label to the next mark. */
  gap: number;
  size: number;
  /** The time shown ends there, in px. */
  end: number;
  measure: Measure;
  xOf(one: T): number;
  /** Px its mark reaches to either side, where that is more than others do. */
  halfOf(one: T): number;
  labelOf(one: T): string;
}

/** Longer labels are cut: one would push all others out. In letters. */
const LONGEST = 22;

/**
 * Places marks, given from left to right, in rows: each where there is most room. Where no row has
 * any it joins the one before. A label stands right of its mark, before the next of its row, or left
 * of it, after what the row has there: nothing overlaps, and there are fewer labels further away.
 */
export function packed<T>(entries: readonly T[], packing: Packing<T>): Placed<T>[] {
  const { rows, pitch, xOf } = packing;
  const placed: Placed<T>[] = [];
  const last: (Placed<T> | undefined)[] = Array.from({ length: rows });
  /** Where what is written in a row so far ends, in px. */
  const written = Array.from({ length: rows }, () => 0);
  const finish = (mark: Placed<T>, until: number) => {
    written[mark.row] = label(mark, written[mark.row] ?? 0, until, packing);
  };
  for (const one of entries) {
    const x = xOf(one);
    const row = freest(last);
    const before = last[row];
    if (before && x - before.x < pitch) {
      before.of.push(one);
      continue;
    }
    if (before) finish(before, x - packing.halfOf(one));
    const mark: Placed<T> = { x, row, of: [one], label: null };
    last[row] = mark;
    placed.push(mark);
  }
  for (const mark of last) if (mark) finish(mark, Math.max(packing.end, mark.x));
  return placed;
}

/** Labels a mark between what is written before it and the next; answers where it and its label end. */
function label<T>(mark: Placed<T>, from: number, until: number, packing: Packing<T>): number {
  const { pitch, size, measure } = packing;
  const [only] = mark.of;
  if (only === undefined || mark.of.length > 1) return mark.x + pitch / 2;
  const end = mark.x + Math.max(pitch / 2, packing.halfOf(only));
  const most = LONGEST * size;
  const text = packing.labelOf(only);
  const gap = Math.max(packing.gap, packing.halfOf(only) + 4);
  const right = Math.min(until - mark.x - gap - packing.gap, most);
  const left = Math.min(mark.x - from - gap - packing.gap, most);
  const goesLeft = measure(text, size) > right && left > right;
  const fitted = fitText(text, goesLeft ? left : right, size, measure);
  if (!fitted) return end;
  mark.label = { text: fitted, side: goesLeft ? 'left' : 'right', gap };
  return goesLeft ? end : mark.x + gap + measure(fitted, size);
}

/** The row whose last mark lies furthest back. */
function freest(last: readonly ({ x: number } | undefined)[]): number {
  let best = 0;
  for (let row = 1; row < last.length; row++) {
    if ((last[row]?.x ?? -Infinity) < (last[best]?.x ?? -Infinity)) best = row;
  }
  return best;
}

/** Bars in rows, the earliest first: in the first that is free again. */
export function rowsOfBars<T extends { from: number; until: number | null }>(
  bars: readonly T[],
): T[][] {
  const rows: T[][] = [];
  for (const bar of bars) {
    const free = rows.find((row) => {
      const end = row.at(-1)?.until;
      return typeof end === 'number' && end + BREATH <= bar.from;
    });
    if (free) free.push(bar);
    else rows.push([bar]);
  }
  return rows;
}

/** Years between an ended bar and the next in its row, so that its name can be written. */
const BREATH = 3;
