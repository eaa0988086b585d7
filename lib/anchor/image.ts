import type { Span } from '@/lib/model/span';
import { align, type Open } from './align';
import { commonRuns, type Run } from './common-runs';
import { MAX_CONTEXT_UNITS, PAGE_END, PAGE_START } from './normal-text';
import type { Passage } from './places';

/** Of a wider room than this landmarks have said too little. */
const MAX_ROOM_UNITS = 8192;
/** At its edges so many units may have been replaced one by one: a word, such as the number of 第三条. */
const REPLACED_UNITS = 2;

/** Where what became of a quote stands. */
export interface Image extends Span {
  /** Share of the quote's units that stand there. */
  kept: number;
}

/** What became of a quote in the room its landmarks leave; null where it has gone, or nobody could say. */
export function imageOf(text: string, quote: Passage, room: Span): Image | null {
  const { start: from, end: to } = room;
  if (to - from > MAX_ROOM_UNITS) return null;
  const now = text.slice(from, to);
  const prefix = quote.prefix.replaceAll(PAGE_START, '');
  const suffix = quote.suffix.replaceAll(PAGE_END, '');
  const start = prefix.length;
  const span = { start, end: start + quote.exact.length };
  const pairs = pairsOf(prefix + quote.exact + suffix, now, span, {
    start: from > MAX_CONTEXT_UNITS || prefix === quote.prefix,
    end: to < text.length - MAX_CONTEXT_UNITS || suffix === quote.suffix,
  });
  const isSame = (i: number) => pairs[i]! >= 0 && quote.exact[i] === now[pairs[i]!];
  const same = [...pairs.keys()].filter(isSame);
  let first = same[0];
  let last = same.at(-1);
  if (first === undefined || last === undefined) return null;
  for (let i = 0; i < REPLACED_UNITS && pairs[first - 1] === pairs[first]! - 1; i++) first--;
  for (let i = 0; i < REPLACED_UNITS && pairs[last + 1] === pairs[last]! + 1; i++) last++;
  const kept = same.length / quote.exact.length;
  return { start: from + pairs[first]!, end: from + pairs[last]! + 1, kept };
}

/** For each unit of the span of the old text, the index of the unit of the new one that stands for it, or -1. */
function pairsOf(old: string, now: string, span: Span, open: Open): Int32Array {
  const pairs = new Int32Array(span.end - span.start).fill(-1);
  const pair = (at: number, unit: number) => {
    if (at >= span.start && at < span.end) pairs[at - span.start] = unit;
  };
  let left: Run = { old: 0, now: 0, units: 0 };
  for (const right of [
    ...commonRuns(old, now, span),
    { old: old.length, now: now.length, units: 0 },
  ]) {
    for (let i = 0; i < right.units; i++) pair(right.old + i, right.now + i);
    const from = left.old + left.units;
    const nowFrom = left.now + left.units;
    if (from < span.end && right.old > span.start) {
      const aligned = align(
        old.slice(from, right.old),
        now.slice(nowFrom, right.now),
        { start: span.start - from, end: span.end - from },
        { start: from === 0 && open.start, end: right.old === old.length && open.end },
      );
      for (const [i, unit] of aligned?.entries() ?? [])
        if (unit >= 0) pair(from + i, nowFrom + unit);
    }
    left = right;
  }
  return pairs;
}
