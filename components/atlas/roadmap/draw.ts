import type { Scene } from '@/components/picture/scene';
import { drawBars } from './draw-bars';
import { drawFigures } from './draw-figures';
import { drawLineage } from './draw-lineage';
import { drawMarks } from './draw-marks';
import type { Drawing, Hit, Packer } from './drawing';
import type { Lane } from './lanes';
import { ticksOf, xOf } from './view';

/** The lanes in sight with their axis. `hits` are the topmost last. */
export function drawRoadmap(
  lanes: readonly Lane[],
  pack: Packer,
  given: Omit<Drawing, 'shapes' | 'hits'>,
): { scene: Scene; hits: Hit[] } {
  const drawing: Drawing = { shapes: [], hits: [], ...given };
  const { shapes, sight, measure } = drawing;
  const { width, height, axis, top, gutter } = sight;
  const ticks = ticksOf(sight);
  for (const { at, month } of ticks) {
    const x = xOf(at, sight);
    const d = `M${x} ${axis} L${x} ${height}`;
    shapes.push({ shape: 'path', d, stroke: 'rule', dashed: month !== null });
  }
  for (const lane of lanes) {
    const y = axis + lane.top - top;
    if (y > height || y + lane.height < axis) continue;
    const marks = pack(lane, sight, measure);
    for (const band of lane.bands) {
      const at = y + band.top;
      if (band.kind === 'platform') drawBars(drawing, band.rows, at);
      else if (band.kind === 'figure') drawFigures(drawing, band.figures, at, band.height);
      else drawMarks(drawing, marks.get(band.of) ?? [], at);
    }
    const ground = y + lane.height - 0.5;
    shapes.push({ shape: 'path', d: `M0 ${ground} L${width} ${ground}`, stroke: 'rule' });
  }
  drawLineage(drawing, lanes, pack);
  const now = xOf(sight.today, sight);
  if (now > gutter) {
    shapes.push({ shape: 'path', d: `M${now} ${axis} L${now} ${height}`, ...TODAY });
  }
  drawAxis(drawing, ticks);
  return { scene: { width, height, shapes }, hits: drawing.hits };
}

const TODAY = { stroke: 'accent', dashed: true } as const;

function drawAxis({ shapes, sight }: Drawing, ticks: ReturnType<typeof ticksOf>): void {
  const { width, axis, gutter, size } = sight;
  shapes.push({ shape: 'rect', x: 0, y: 0, width, height: axis, fill: 'paper' });
  for (const { at, month } of ticks) {
    const x = xOf(at, sight);
    if (x < gutter - 1) continue;
    const text = String(month ?? Math.round(at));
    const colour = month ? 'ink-soft' : 'ink';
    const y = axis - size * 0.6;
    shapes.push({ shape: 'text', text, x: x + 3, y, size: size - 0.5, colour, bold: !month });
    shapes.push({ shape: 'path', d: `M${x} ${axis - 5} L${x} ${axis}`, stroke: 'edge' });
  }
  shapes.push({ shape: 'path', d: `M0 ${axis - 0.5} L${width} ${axis - 0.5}`, stroke: 'ink' });
}
