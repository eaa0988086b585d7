import type { Span } from '@/lib/model/span';
import { inOrder } from './in-order';

/** Units of a seed: a piece that stands once in each of two texts. */
const SEED_UNITS = 6;
/** Units that a run loses at each end: there it may be told from its like by what is beside it alone. */
const LOOSE_UNITS = SEED_UNITS - 1;

/** A stretch that two texts have in common. */
export interface Run {
  old: number;
  now: number;
  units: number;
}

/**
 * Stretches of two texts that surely stand for each other: made of seeds, and in one order. One that
 * crosses an edge of the `quote` by little does not decide where that part of it stands.
 */
export function commonRuns(old: string, now: string, quote: Span): Run[] {
  const runs: Run[] = [];
  for (const seed of seedsOf(old, now)) {
    const last = runs.at(-1);
    const isSame = last && seed.old - last.old === seed.now - last.now;
    if (isSame && seed.old <= last.old + last.units) {
      last.units = seed.old + SEED_UNITS - last.old;
      continue;
    }
    const over = last
      ? Math.max(0, last.old + last.units - seed.old, last.now + last.units - seed.now)
      : 0;
    if (over < SEED_UNITS) runs.push(shortened({ ...seed, units: SEED_UNITS }, over, 0));
  }
  return runs
    .map((run) => shortened(run, LOOSE_UNITS, LOOSE_UNITS))
    .filter(({ units }) => units > 0)
    .flatMap((run) => uncrossed(run, quote));
}

function shortened({ old, now, units }: Run, head: number, tail: number): Run {
  return { old: old + head, now: now + head, units: units - head - tail };
}

/** Seeds in the order that they have in both texts. */
function seedsOf(old: string, now: string): { old: number; now: number }[] {
  const pieces = new Map<string, { old: number; now: number; times: number }>();
  for (let at = 0; at + SEED_UNITS <= old.length; at++) {
    const piece = old.slice(at, at + SEED_UNITS);
    const known = pieces.get(piece);
    if (known) known.times = 2;
    else pieces.set(piece, { old: at, now: -1, times: 0 });
  }
  for (let at = 0; at + SEED_UNITS <= now.length; at++) {
    const known = pieces.get(now.slice(at, at + SEED_UNITS));
    if (!known) continue;
    known.times++;
    known.now = at;
  }
  const seeds = [...pieces.values()].filter(({ times }) => times === 1);
  return inOrder(seeds.map((seed) => seed.now)).map((i) => seeds[i]!);
}

function uncrossed(run: Run, { start, end }: Span): Run[] {
  const past = run.old + run.units;
  const inside = Math.min(past, end) - Math.max(run.old, start);
  if (inside <= 0 || inside >= 2 * SEED_UNITS || inside === end - start) return [run];
  const before = { ...run, units: start - run.old };
  const after = { old: end, now: run.now + end - run.old, units: past - end };
  const within = run.old >= start && past <= end ? [run] : [];
  return [before, ...within, after].filter(({ units }) => units > 0);
}
