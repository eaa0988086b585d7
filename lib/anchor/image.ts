import type { Span } from '@/lib/model/span';
import { align, type Pairs } from './align';
import { inOrder } from './landmarks';
import { MAX_CONTEXT_UNITS, PAGE_END, PAGE_START } from './normal-text';
import type { Passage } from './places';

/** Units of a seed, a piece that stands once in each of two texts. */
const SEED_UNITS = 6;
/** A wider part of a page is not looked through. */
const MAX_WIDTH = 40_000;

/** At its edges so many units may have been replaced one by one: a word, such as the number of 第三条. */
const REPLACED_UNITS = 2;

/** A stretch that two texts have in common. */
interface Run {
  old: number;
  now: number;
  units: number;
}

/** What a passage became. */
export interface Image extends Span {
  /** Share of the quote's units that stand there. */
  kept: number;
}

/** What became of a passage between two points of a page; null where it has gone, or nobody could say. */
export function imageOf(text: string, quote: Passage, within: Span): Image | null {
  const from = Math.max(within.start, MAX_CONTEXT_UNITS);
  const to = Math.min(within.end, text.length - MAX_CONTEXT_UNITS);
  if (to - from > MAX_WIDTH || to <= from) return null;
  const prefix = quote.prefix.replaceAll(PAGE_START, '');
  const suffix = quote.suffix.replaceAll(PAGE_END, '');
  const old = prefix + quote.exact + suffix;
  const now = text.slice(from, to);
  const pairs = pairsOf(old, now, {
    start: prefix.length,
    end: prefix.length + quote.exact.length,
  }, {
    start: from === MAX_CONTEXT_UNITS && quote.prefix.startsWith(PAGE_START),
    end: to === text.length - MAX_CONTEXT_UNITS && quote.suffix.endsWith(PAGE_END),
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

/** For each unit of the span of the old text, the unit of the new one that stands for it, or -1. */
function pairsOf(
  old: string,
  now: string,
  span: Span,
  edges: { start: boolean; end: boolean },
): Pairs {
  const runs = uncrossed(trimmed(commonRuns(old, now)), span);
  const pairs = new Int32Array(span.end - span.start).fill(-1);
  let left: Run = { old: 0, now: 0, units: 0 };
  for (const right of [...runs, { old: old.length, now: now.length, units: 0 }]) {
    for (let i = 0; i < right.units; i++) {
      const at = right.old + i - span.start;
      if (at >= 0 && at < pairs.length) pairs[at] = right.now + i;
    }
    const oldFrom = left.old + left.units;
    const nowFrom = left.now + left.units;
    if (oldFrom < span.end && right.old > span.start) {
      const open = { start: oldFrom === 0 && !edges.start, end: right.old === old.length && !edges.end };
      const aligned = align(old.slice(oldFrom, right.old), now.slice(nowFrom, right.now), open, {
        start: span.start - oldFrom,
        end: span.end - oldFrom,
      });
      for (const [i, unit] of aligned?.entries() ?? []) {
        const at = oldFrom + i - span.start;
        if (unit >= 0 && at >= 0 && at < pairs.length) pairs[at] = nowFrom + unit;
      }
    }
    left = right;
  }
  return pairs;
}

/** Runs less what at their ends is told from its like by what is beside it alone. */
function trimmed(runs: readonly Run[]): Run[] {
  const cut = SEED_UNITS - 1;
  return runs
    .filter(({ units }) => units > 2 * cut)
    .map(({ old, now, units }) => ({ old: old + cut, now: now + cut, units: units - 2 * cut }));
}

/** Runs that cross an edge of the quote by little do not decide where that part of it stands. */
function uncrossed(runs: readonly Run[], { start, end }: Span): Run[] {
  return runs.flatMap((run) => {
    const inside = Math.min(run.old + run.units, end) - Math.max(run.old, start);
    if (inside <= 0 || inside >= 2 * SEED_UNITS || inside === end - start) return [run];
    const cut: Run[] = [];
    if (run.old < start) cut.push({ ...run, units: start - run.old });
    const past = end - run.old;
    if (past < run.units) cut.push({ old: end, now: run.now + past, units: run.units - past });
    if (run.old >= start && past >= run.units) cut.push(run);
    return cut;
  });
}

function singles(text: string): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + SEED_UNITS <= text.length; at++) {
    const piece = text.slice(at, at + SEED_UNITS);
    places.set(piece, places.has(piece) ? -1 : at);
  }
  return places;
}

/** Stretches made of pieces that stand once in each text, those of them that are in one order. */
export function commonRuns(old: string, now: string): Run[] {
  const pieces = singles(old);
  const there = new Map<number, number>();
  for (let at = 0; at + SEED_UNITS <= now.length; at++) {
    const was = pieces.get(now.slice(at, at + SEED_UNITS));
    if (was !== undefined && was >= 0) there.set(was, there.has(was) ? -1 : at);
  }
  const pairs = [...there].filter(([, at]) => at >= 0).sort(([a], [b]) => a - b);
  const runs: Run[] = [];
  for (const i of inOrder(pairs.map(([, at]) => at))) {
    const [was, at] = pairs[i]!;
    const last = runs.at(-1);
    if (last && was - last.old === at - last.now && was <= last.old + last.units) {
      last.units = was + SEED_UNITS - last.old;
    } else {
      const over = last ? Math.max(0, last.old + last.units - was, last.now + last.units - at) : 0;
      if (over < SEED_UNITS) runs.push({ old: was + over, now: at + over, units: SEED_UNITS - over });
    }
  }
  return runs;
}

