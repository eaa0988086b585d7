import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { fitText } from '@/components/picture/measure-text';
import type { Drawing } from './drawing';
import type { Figure } from './figures';
import { middleOf } from './time';
import { xOf } from './view';

/** Draws one series as a small line over its ground, from zero; the last value is written. */
export function drawFigures(
  { shapes, hits, sight, measure, chosen, figureText }: Drawing,
  figures: readonly Figure[],
  y: number,
  height: number,
): void {
  const last = figures.at(-1);
  if (!last) return;
  const top = last.metric.unit === 'percent' ? 100 : Math.max(...figures.map(figureValue));
  const up = scaleLinear()
    .domain([0, top])
    .range([y + height - 4, y + 6]);
  const points = figures.map((of) => ({ of, x: xOf(middleOf(of), sight), y: up(figureValue(of)) }));
  const ground = area<(typeof points)[number]>(
    (at) => at.x,
    up(0),
    (at) => at.y,
  );
  const rising = line<(typeof points)[number]>(
    (at) => at.x,
    (at) => at.y,
  );
  shapes.push({ shape: 'path', d: ground(points) ?? '', fill: 'platform', alpha: 0.12 });
  shapes.push({ shape: 'path', d: rising(points) ?? '', stroke: 'platform', line: 1.5 });
  for (const { of, x, y: at } of points) {
    const isChosen = of.key === chosen;
    const r = isChosen ? 4.5 : 2.5;
    shapes.push({ shape: 'circle', x, y: at, r, fill: isChosen ? 'accent' : 'platform' });
    hits.push({ x: x - 8, y, width: 16, height, of: [of] });
  }
  const end = points.at(-1);
  if (!end) return;
  const size = sight.size - 1.5;
  const written = `${figureText(last)} · ${last.label}`;
  const x = end.x + 8;
  const text = fitText(written, sight.width - x, size, measure);
  if (text) shapes.push({ shape: 'text', text, x, y: y + height - 6, size, colour: 'ink-soft' });
}

function figureValue({ metric }: Figure): number {
  return metric.value;
}
