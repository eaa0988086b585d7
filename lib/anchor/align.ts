import type { Span } from '@/lib/model/span';

/** Costs: a unit that is another, a gap, and each unit of a gap. */
export const OTHER = 12;
const GAP = 16;
export const GAP_UNIT = 4;
/**
 * Each unit that has gone where a side is open: what comes there is free, so that a unit that stands would
 * save but half of what it saves between two sure runs.
 */
const OPEN_GONE_UNIT = 2 * GAP_UNIT;
/** A gap at a sentence's end: editors put in and take away whole ones. */
const GAP_AT_STOP = 14;
/** Each unit that was put in between those of the quote, which is rather edited around than torn. */
const TORN_UNIT = 6;
/** What a gap in the quote costs more: of two equals that may have gone its neighbour rather has. */
const IN_QUOTE = 1;
const STOP = /[.。;!?]/;
/** More cells than this are not looked at: they would take many milliseconds. */
const MAX_CELLS = 1_000_000;
const FAR = 1 << 28;

/** How a way of aligning ends: with two units, with one that has gone, or with one that has come. */
const BOTH = 0;
const GONE = 1;
const COME = 2;
type End = typeof BOTH | typeof GONE | typeof COME;

/** A side of the new text that may go on for free: nothing is known of what stood there. */
export interface Open {
  start: boolean;
  end: boolean;
}

/** How two texts stand for each other, and what it costs to explain one by the other. */
export interface Alignment {
  /** For each unit of the old text, the index of the unit of the new one that stands for it, or -1. */
  pairs: Int32Array;
  cost: number;
}

/**
 * The cheapest alignment of two texts. `quote` is the span of the quote in the old one, in part or
 * beyond it. Null where they are too long.
 */
export function align(old: string, now: string, quote: Span, open: Open): Alignment | null {
  const columns = now.length + 1;
  if ((old.length + 1) * columns > MAX_CELLS) return null;
  const stops = { old: stopsOf(old), now: stopsOf(now) };
  /** Of each cell the ends before its own three, two bits each. */
  const ways = new Uint8Array((old.length + 1) * columns);
  const unitAt = (i: number) => (quote.start < i && i < quote.end ? TORN_UNIT : GAP_UNIT);
  const goneUnit = open.start || open.end ? OPEN_GONE_UNIT : GAP_UNIT;
  let row = newRow(columns);
  row.both[0] = 0;
  for (let j = 1; j < columns; j++) {
    row.come[j] = open.start ? 0 : GAP + j * unitAt(0);
    ways[j] = (j > 1 ? COME : BOTH) << 4;
  }
  let next = newRow(columns);
  for (let i = 1; i <= old.length; i++) {
    const unit = old.charCodeAt(i - 1);
    const isFree = i === old.length && open.end;
    const isQuoted = quote.start < i && i <= quote.end;
    const lose = (stops.old[i - 1] ? GAP_AT_STOP : GAP) + (isQuoted ? IN_QUOTE : 0);
    const comeUnit = isFree ? 0 : unitAt(i);
    next.both[0] = FAR;
    next.come[0] = FAR;
    for (let j = 0; j < columns; j++) {
      const goneFrom = least(row.both[j]! + lose, row.gone[j]!, row.come[j]! + lose);
      next.gone[j] = costOf(row, j, goneFrom, GONE, lose) + goneUnit;
      let way = goneFrom << 2;
      if (j > 0) {
        const bothFrom = least(row.both[j - 1]!, row.gone[j - 1]!, row.come[j - 1]!);
        const differs = unit === now.charCodeAt(j - 1) ? 0 : OTHER;
        next.both[j] = costOf(row, j - 1, bothFrom, bothFrom, 0) + differs;
        const put = isFree ? 0 : stops.now[j - 1] ? GAP_AT_STOP : GAP;
        const comeFrom = least(next.both[j - 1]! + put, next.gone[j - 1]! + put, next.come[j - 1]!);
        next.come[j] = costOf(next, j - 1, comeFrom, COME, put) + comeUnit;
        way |= bothFrom | (comeFrom << 4);
      }
      ways[i * columns + j] = way;
    }
    [row, next] = [next, row];
  }
  const end = least(row.both[now.length]!, row.gone[now.length]!, row.come[now.length]!);
  const costs = end === BOTH ? row.both : end === GONE ? row.gone : row.come;
  return { pairs: trace(ways, old.length, now.length, end), cost: costs[now.length]! };
}

/** What it costs that a text has gone at one place. */
export function costOfGap(units: number): number {
  return units === 0 ? 0 : GAP + IN_QUOTE + units * GAP_UNIT;
}

/** What the cheapest ways to each column of a row cost, by how they end. */
interface Row {
  both: Int32Array;
  gone: Int32Array;
  come: Int32Array;
}

function newRow(columns: number): Row {
  const far = () => new Int32Array(columns).fill(FAR);
  return { both: far(), gone: far(), come: far() };
}

/** Of equal ways the one on which more has gone: nobody could say that it is what still stands. */
function least(both: number, gone: number, come: number): End {
  if (gone <= both && gone <= come) return GONE;
  return both <= come ? BOTH : COME;
}

/** The cost of a way that ends so, and of opening a gap where it is not the one that goes on. */
function costOf(row: Row, j: number, end: End, goesOn: End, opening: number): number {
  const costs = end === BOTH ? row.both : end === GONE ? row.gone : row.come;
  return costs[j]! + (end === goesOn ? 0 : opening);
}

function trace(ways: Uint8Array, rows: number, column: number, end: number): Int32Array {
  const pairs = new Int32Array(rows).fill(-1);
  let state = end;
  for (let i = rows, j = column; i > 0; ) {
    const way = (ways[i * (column + 1) + j]! >> (2 * state)) & 3;
    if (state === BOTH) pairs[i - 1] = j - 1;
    if (state !== COME) i--;
    if (state !== GONE) j--;
    state = way;
  }
  return pairs;
}

/** For each point of a text, whether a sentence's end stands before or after it. */
function stopsOf(text: string): boolean[] {
  const isStop = (at: number) => STOP.test(text.charAt(at));
  return Array.from({ length: text.length + 1 }, (_, at) => isStop(at - 1) || isStop(at));
}
