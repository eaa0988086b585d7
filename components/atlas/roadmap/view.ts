/** What of a roadmap is in sight, and how large. */
export interface Sight {
  /** Px in sight, the names of the lanes and the axis included. */
  width: number;
  height: number;
  /** Px of lanes scrolled off at the top, and of time at the left. */
  top: number;
  left: number;
  /** Px for the names of the lanes at the left, and for the axis at the top. */
  gutter: number;
  axis: number;
  pxPerYear: number;
  /** Of letters, in px. */
  size: number;
  /** The first year, and the moment the time shown ends, in years. */
  first: number;
  end: number;
  /** In years; a line is drawn there, and what goes on ends there. */
  today: number;
}

/** The first year there is. */
export const FIRST_YEAR = 2000;

/** Px between two months that are named. */
const TICK_ROOM = 46;

/** Years from one tick to the next, and how much room a year's four bold figures take, in letters. */
const YEARS = [1, 2, 5, 10];
const YEAR_ROOM = 3.1;

export interface Tick {
  at: number;
  /** Whole years; else the month, 2 to 12. */
  month: number | null;
}

/** Px from the left of the picture at a moment in years. */
export function xOf(at: number, { gutter, left, first, pxPerYear }: Sight): number {
  return gutter - left + (at - first) * pxPerYear;
}

/** The moment in years at px from the left of the picture. */
export function timeAt(x: number, { gutter, left, first, pxPerYear }: Sight): number {
  return first + (x - gutter + left) / pxPerYear;
}

/** Ticks of the axis that are in sight: years at a distance, quarters and months close by. */
export function ticksOf(sight: Sight): Tick[] {
  const from = Math.max(sight.first, timeAt(sight.gutter, sight));
  const to = Math.min(sight.end, timeAt(sight.width, sight));
  const months = [1, 3, 6].find((each) => (sight.pxPerYear * each) / 12 >= TICK_ROOM);
  if (months) {
    const ticks: Tick[] = [];
    for (let at = Math.floor(from) * 12; at <= to * 12; at += months) {
      ticks.push({ at: at / 12, month: at % 12 === 0 ? null : (at % 12) + 1 });
    }
    return ticks;
  }
  const step = YEARS.find((each) => each * sight.pxPerYear >= sight.size * YEAR_ROOM) ?? 10;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({ at, month: null });
  return ticks;
}

/** Px after the end of the time shown, in which the last labels stand. */
export function beyond({ width }: Pick<Sight, 'width'>): number {
  return Math.min(130, width / 4);
}

/** Widest in px a year can be drawn. */
const CLOSEST = 1400;

/** A px to the year within what there is to see: all of it, or months apart. */
export function withinZoom(pxPerYear: number, sight: Sight): number {
  const { width, gutter, first, end } = sight;
  const whole = (width - gutter - beyond(sight)) / (end - first);
  return Math.max(whole, Math.min(CLOSEST, pxPerYear));
}

/** Years from one moment to another. */
export interface TimeSpan {
  from: number;
  to: number;
}
