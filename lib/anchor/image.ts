import type { Span } from '@/lib/model/span';
import { type Alignment, align, costOfGap, GAP_UNIT, type Open, OTHER } from './align';
import { commonRuns, type Run } from './common-runs';
import { MAX_CONTEXT_UNITS, PAGE_END, PAGE_START } from './normal-text';
import type { Passage } from './places';

/** Of a wider room than this landmarks have said too little. */
const MAX_ROOM_UNITS = 8192;
/** At its edges so many units may have been replaced one by one: a word, such as the number of 第三条. */
const REPLACED_UNITS = 2;

/** So many units of context right beside the quote's first or last units say that they are those. */
const TOUCHING_UNITS = 8;
/** Most units that may have been put in between them and the rest of the quote. */
const MAX_TORN_UNITS = 32;
/** A unit that no page has. */
const HIDDEN = '\u0000';

/** Where what became of a quote stands. */
export interface Image extends Span {
  /** Share of the quote's units that stand there. */
  kept: number;
}

/** What was kept of a passage, and what stands in the room that its landmarks leave. */
export class Room {
  private readonly old: string;
  private readonly now: string;
  /** The quote in `old`. */
  private readonly quote: Span;
  private readonly open: Open;
  private readonly from: number;

  constructor(text: string, { exact, prefix, suffix }: Passage, room: Span) {
    const { start: from, end: to } = room;
    const before = prefix.replaceAll(PAGE_START, '');
    const after = suffix.replaceAll(PAGE_END, '');
    this.from = from;
    this.now = text.slice(from, to);
    this.old = before + exact + after;
    this.quote = { start: before.length, end: before.length + exact.length };
    this.open = {
      start: from > MAX_CONTEXT_UNITS || before === prefix,
      end: to < text.length - MAX_CONTEXT_UNITS || after === suffix,
    };
  }

  /** What became of the quote here; null where it has gone, or nobody could say. */
  image(): Image | null {
    if (this.now.length > MAX_ROOM_UNITS) return null;
    const { old, now, quote } = this;
    const pairs = this.pairs();
    const isSame = (i: number) => pairs[i]! >= 0 && old[quote.start + i] === now[pairs[i]!];
    const same = [...pairs.keys()].filter(isSame);
    let first = same[0];
    let last = same.at(-1);
    if (first === undefined || last === undefined) return null;
    for (let i = 0; i < REPLACED_UNITS && pairs[first - 1] === pairs[first]! - 1; i++) first--;
    for (let i = 0; i < REPLACED_UNITS && pairs[last + 1] === pairs[last]! + 1; i++) last++;
    const head = this.headBefore(pairs[first]!, quote.start + first);
    const tail = this.tailAfter(pairs[last]! + 1, quote.start + last + 1);
    const start = head ?? pairs[first]!;
    const end = tail ?? pairs[last]! + 1;
    const more =
      (head === null ? 0 : first) + (tail === null ? 0 : quote.end - quote.start - last - 1);
    const kept = (same.length + more) / (quote.end - quote.start);
    return { start: this.from + start, end: this.from + end, kept };
  }

  /**
   * Where the quote's units before `until` stand, if they do with context right before them, behind
   * which something was put in: too few to weigh that up. Null where they do not.
   */
  private headBefore(at: number, until: number): number | null {
    const { old, now, quote } = this;
    if (until === quote.start || quote.start < TOUCHING_UNITS) return null;
    const head = old.slice(quote.start - TOUCHING_UNITS, until);
    const found = now.slice(Math.max(0, at - MAX_TORN_UNITS), at).lastIndexOf(head);
    return found < 0 ? null : Math.max(0, at - MAX_TORN_UNITS) + found + TOUCHING_UNITS;
  }

  /** The same of its units from `from` on, with context right behind them. */
  private tailAfter(at: number, from: number): number | null {
    const { old, now, quote } = this;
    if (from === quote.end || old.length - quote.end < TOUCHING_UNITS) return null;
    const tail = old.slice(from, quote.end + TOUCHING_UNITS);
    const found = now.slice(at, at + MAX_TORN_UNITS).indexOf(tail);
    return found < 0 ? null : at + found + quote.end - from;
  }

  /**
   * How much dearer than the cheapest explanation of what stands here the next one is in which the quote
   * has gone, or stands elsewhere than at its image, where each unit of it that stands there no more
   * counts once again; or what those units of it save that surely stand here, if that is more. Null
   * where they are too long to compare.
   */
  lead({ start, end }: Image): number | null {
    const { old, now, quote } = this;
    const runs = commonRuns(old, now, quote);
    const sure = runs.reduce((sum, run) => sum + unitsIn(run, quote), 0);
    const left = runs.findLast((run) => run.old + run.units <= quote.start) ?? START;
    const right = runs.find((run) => run.old >= quote.end) ?? endOf(old, now);
    const from = left.old + left.units;
    const nowFrom = left.now + left.units;
    const was = old.slice(from, right.old);
    const is = now.slice(nowFrom, right.now);
    const span = { start: quote.start - from, end: quote.end - from };
    const open = this.openBetween(from, right.old);
    const best = align(was, is, span, open);
    if (!best) return null;
    const without = was.slice(0, span.start) + was.slice(span.end);
    const gone = align(without, is, { start: span.start, end: span.start }, open);
    const at = start - this.from - nowFrom;
    const hidden = is.slice(0, at) + HIDDEN.repeat(end - start) + is.slice(at + end - start);
    const elsewhere = align(was, hidden, span, open);
    if (!gone || !elsewhere) return null;
    const fewer = keptOf(best, was, is, span) - keptOf(elsewhere, was, hidden, span);
    const costs = [gone.cost + costOfGap(span.end - span.start), elsewhere.cost + OTHER * fewer];
    return Math.max(Math.min(...costs) - best.cost, sure * 2 * GAP_UNIT);
  }

  /** For each unit of the quote, the index of the unit that stands for it now, or -1. */
  private pairs(): Int32Array {
    const { old, now, quote } = this;
    const pairs = new Int32Array(quote.end - quote.start).fill(-1);
    const pair = (at: number, unit: number) => {
      if (at >= quote.start && at < quote.end) pairs[at - quote.start] = unit;
    };
    let left = START;
    for (const right of [...commonRuns(old, now, quote), endOf(old, now)]) {
      for (let i = 0; i < right.units; i++) pair(right.old + i, right.now + i);
      const from = left.old + left.units;
      const nowFrom = left.now + left.units;
      if (from < quote.end && right.old > quote.start) {
        const aligned = align(
          old.slice(from, right.old),
          now.slice(nowFrom, right.now),
          { start: quote.start - from, end: quote.end - from },
          this.openBetween(from, right.old),
        );
        for (const [i, unit] of aligned?.pairs.entries() ?? [])
          if (unit >= 0) pair(from + i, nowFrom + unit);
      }
      left = right;
    }
    return pairs;
  }

  private openBetween(from: number, to: number): Open {
    return {
      start: from === 0 && this.open.start,
      end: to === this.old.length && this.open.end,
    };
  }
}

/** Units of the quote that an alignment finds unchanged. */
function keptOf({ pairs }: Alignment, was: string, is: string, { start, end }: Span): number {
  let kept = 0;
  for (let i = start; i < end; i++) if (was[i] === is[pairs[i]!]) kept++;
  return kept;
}

/** Units of the quote that a run holds. */
function unitsIn(run: Run, { start, end }: Span): number {
  return Math.max(0, Math.min(run.old + run.units, end) - Math.max(run.old, start));
}

const START: Run = { old: 0, now: 0, units: 0 };

function endOf(old: string, now: string): Run {
  return { old: old.length, now: now.length, units: 0 };
}
