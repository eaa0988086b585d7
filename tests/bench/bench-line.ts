import { median } from './scan-measure';

/** One line of the bench's report. */
export interface BenchLine {
  what: string;
  against: string;
  /** What was measured, in the unit of the bar. */
  figure: number;
  /** The most, or the least, that is promised; null where a figure is only stated. */
  bar: number | null;
  direction: 'at-most' | 'at-least';
  unit: '×' | 'ms' | 'MB' | 'kB' | '';
  /** Absolute figures, for reading. */
  absolute: string;
  note: string;
}

/** What a part of the bench may need. */
export interface BenchOptions {
  /** Fewer rounds and smaller pages: to see that everything runs, not to be believed. */
  quick: boolean;
  builds: { asBuilt: string; atCall: string };
}

/** A point of a picture: cost of one contender at one size, in ms of the page's main thread. */
export interface PlotPoint {
  series: string;
  x: number;
  ms: number;
}

export interface BenchPart {
  lines: BenchLine[];
  plots?: Record<string, PlotPoint[]>;
  /** A table that is printed as it is. */
  text?: string;
  /** Flame charts by the name of their file, as SVG. */
  flames?: Record<string, string>;
}

export function isMet({ figure, bar, direction }: BenchLine): boolean | null {
  if (bar === null) return null;
  return direction === 'at-most' ? figure <= bar : figure >= bar;
}

/** Middle, lowest and highest of several measurements, written out. */
function spread(values: readonly number[], unit: string): string {
  const digits = median(values) < 10 ? 2 : median(values) < 100 ? 1 : 0;
  const [middle, low, high] = [median(values), Math.min(...values), Math.max(...values)].map(
    (value) => value.toFixed(digits),
  );
  return values.length > 1 ? `${middle} ${unit} (${low} to ${high})` : `${middle} ${unit}`;
}

/** A line that says how many times as dear `ours` is as `theirs`; rounds are paired. */
export function ratioLine(line: {
  what: string;
  against: string;
  ours: readonly number[];
  theirs: readonly number[];
  bar: number | null;
  unit: string;
  note?: string;
}): BenchLine {
  const { what, against, ours, theirs, bar, unit, note = '' } = line;
  return {
    what,
    against,
    figure: median(ours.map((value, round) => value / (theirs[round] as number))),
    bar,
    direction: 'at-most',
    unit: '×',
    absolute: `${spread(ours, unit)} against ${spread(theirs, unit)}`,
    note,
  };
}

/** A line that says how many times less than a peer ours costs. */
export function timesLessLine(line: Parameters<typeof ratioLine>[0]): BenchLine {
  const { ours, theirs } = line;
  const figure = median(theirs.map((value, round) => value / (ours[round] as number)));
  return { ...ratioLine(line), figure, direction: 'at-least' };
}

/** A line with a figure that has a bar of its own. */
export function plainLine(line: {
  what: string;
  against?: string;
  values: readonly number[];
  bar: number | null;
  unit: BenchLine['unit'];
  note?: string;
}): BenchLine {
  const { what, against = '', values, bar, unit, note = '' } = line;
  return {
    what,
    against,
    figure: median(values),
    bar,
    direction: 'at-most',
    unit,
    absolute: spread(values, unit),
    note,
  };
}
