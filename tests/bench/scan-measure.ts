/** One line of the bench's table; `npm run bench` collects them from all its parts. */
export interface BenchRow {
  what: string;
  against: string;
  /** The most (or, for `atLeast`, the least) that is accepted; null where the figure is only stated. */
  bar: number | null;
  direction: 'at-most' | 'at-least';
  /** Median over rounds of ours / theirs (at-most) or theirs / ours (at-least). */
  ratio: number;
  /** Nanoseconds a UTF-16 unit, for reading. */
  oursNs: number;
  theirsNs: number;
  note: string;
}

/** Something to be timed: returns a number so that no engine can leave the work out. */
export interface Contender {
  name: string;
  run: () => number;
}

/** Sum of all UTF-16 units: the least work that reads a text in JavaScript. */
export function bareLoop(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/**
 * Milliseconds of each contender in each round. All run in every round, in an order that rotates,
 * so that a busy core slows all of them; ratios are taken within a round. A few rounds more warm up first: V8
 * compiles beside the program, and on a busy machine late.
 */
export function interleave(
  contenders: readonly Contender[],
  rounds: number,
  warmUp = Math.min(rounds, 10),
): number[][] {
  const times: number[][] = contenders.map(() => []);
  for (let round = -warmUp; round < rounds; round++)
    for (let step = 0; step < contenders.length; step++) {
      const index = (step + round + warmUp) % contenders.length;
      const start = performance.now();
      sink.value += contenders[index]!.run();
      const time = performance.now() - start;
      if (round >= 0) times[index]!.push(time);
    }
  return times;
}

/** What the timed functions returned ends here. */
const sink = { value: 0 };

/** Median over rounds of a / b. */
export function medianRatio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((time, round) => time / b[round]!));
}
