import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { fitText, type Measure } from '@/components/picture/measure-text';
import type { Colour, Scene, Shape } from '@/components/picture/scene';
import type { ChartLine } from './lines';

/** Colours of lines in turn; from the second turn on they are dashed. */
const COLOURS: readonly Colour[] = ['platform', 'policy', 'division', 'concept', 'accent', 'ink'];

/** How the nth line is drawn. */
export function lineStyle(nth: number): { stroke: Colour; dashed: boolean } {
  return { stroke: COLOURS[nth % COLOURS.length] ?? 'ink', dashed: nth >= COLOURS.length };
}

interface LineDrawing {
  lines: readonly ChartLine[];
  width: number;
  measure: Measure;
  /** Of the axis at the left. */
  write(value: number): string;
}

const HEIGHT = 420;
const SIZE = 12;
/** Px around: for values at the left, years below. */
const ROOM = { left: 64, top: 12, bottom: 28 };

/** Lines over years, from zero; a share up to 100. Each is named at its end. */
export function lineScene({ lines, width, measure, write }: LineDrawing): Scene {
  const names = Math.min(220, width * 0.32);
  const points = lines.flatMap((each) => each.points);
  const isShare = points[0]?.metric.unit === 'percent';
  const most = isShare ? 100 : Math.max(1, ...points.map(({ metric }) => metric.value));
  const years = points.map(({ at }) => at);
  const x = scaleLinear()
    .domain([Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))])
    .range([ROOM.left, width - names]);
  const y = scaleLinear()
    .domain([0, most])
    .nice()
    .range([HEIGHT - ROOM.bottom, ROOM.top]);
  const shapes = [...grid(x, y, width - names, write)];
  const path = line<ChartLine['points'][number]>(
    ({ at }) => x(at),
    ({ metric }) => y(metric.value),
  );
  lines.forEach(({ points: each }, nth) => {
    const { stroke, dashed } = lineStyle(nth);
    shapes.push({ shape: 'path', d: path(each) ?? '', stroke, line: 2, dashed });
    for (const { at, metric } of each) {
      shapes.push({ shape: 'circle', x: x(at), y: y(metric.value), r: 3, fill: stroke });
    }
  });
  const ends = lines.flatMap(({ name, points: each }, nth) => {
    const last = each.at(-1);
    return last ? [{ name, nth, x: x(last.at), y: y(last.metric.value) }] : [];
  });
  const placed = apart(
    ends.map((end) => end.y),
    SIZE + 4,
    HEIGHT - ROOM.bottom,
  );
  ends.forEach((end, at) => {
    const text = fitText(end.name, names - 20, SIZE, measure) ?? '';
    const { stroke } = lineStyle(end.nth);
    const to = placed[at] ?? end.y;
    const d = `M${end.x + 5} ${end.y} L${width - names + 6} ${to}`;
    shapes.push({ shape: 'path', d, stroke: 'edge', line: 0.75 });
    const named = { text, x: width - names + 10, y: to + SIZE * 0.36, size: SIZE };
    shapes.push({ shape: 'text', ...named, colour: stroke, bold: true });
  });
  return { width, height: HEIGHT, shapes };
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function grid(x: Scale, y: Scale, right: number, write: (value: number) => string): Shape[] {
  const ground = HEIGHT - ROOM.bottom;
  const values = y.ticks(5).flatMap((value): Shape[] => {
    const at = y(value);
    const d = `M${ROOM.left} ${at} L${right} ${at}`;
    const text = { text: write(value), x: ROOM.left - 8, y: at + 4, size: SIZE } as const;
    return [
      { shape: 'path', d, stroke: value === 0 ? 'ink' : 'rule' },
      { shape: 'text', ...text, colour: 'ink-soft', anchor: 'end' },
    ];
  });
  const most = Math.max(2, Math.floor((right - ROOM.left) / 48));
  const years = x
    .ticks(most)
    .filter(Number.isInteger)
    .flatMap((year): Shape[] => [
      {
        shape: 'path',
        d: `M${x(year)} ${ground} L${x(year)} ${ground + 5}`,
        stroke: 'edge',
      },
      {
        shape: 'text',
        text: String(year),
        x: x(year),
        y: ground + 20,
        size: SIZE,
        colour: 'ink-soft',
        anchor: 'middle',
      },
    ]);
  return [...values, ...years];
}

/** Places in order, at least `step` apart, as near as can be to where they would be, none below `end`. */
export function apart(places: readonly number[], step: number, end: number): number[] {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  let least = -Infinity;
  for (const one of order) {
    one.place = Math.max(one.place, least);
    least = one.place + step;
  }
  let most = end;
  for (const one of order.toReversed()) {
    one.place = Math.min(one.place, most);
    most = one.place - step;
  }
  return order.sort((a, b) => a.at - b.at).map(({ place }) => place);
}
