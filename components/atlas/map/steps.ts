import { scaleQuantile } from 'd3-scale';

/** A step of the shade: the least and the most that is in it. */
export interface Step {
  from: number;
  to: number;
}

/** How much of the one hue each step has, in percent: told apart in both themes, text on each legible. */
export const SHADES = [10, 24, 38, 52, 100] as const;

/** At most five steps with about as many divisions in each; only those that occur. */
export function stepsOf(values: Iterable<number>): Step[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const places = SHADES.map((_, at) => at);
  const place = scaleQuantile<number>().domain(new Set(sorted)).range(places);
  return places.flatMap((at) => {
    const within = sorted.filter((value) => place(value) === at);
    const [from, to] = [within[0], within.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** Which shade a value has, in percent; 0 for none. Values between two steps have the higher one. */
export function shadeOf(value: number | undefined, steps: readonly Step[]): number {
  if (!value) return 0;
  const at = steps.findIndex(({ to }) => value <= to);
  const step = at < 0 ? steps.length - 1 : at;
  // Few steps are spread over all shades, so that the most is always the deepest.
  const spread = SHADES.length - steps.length + step;
  return SHADES[spread] ?? 0;
}
