import { fitText, type Measure } from '@/components/picture/measure-text';
import type { Scene, Shape } from '@/components/picture/scene';
import type { EntityId } from '@/lib/model/entity';
import { drawRoadmap } from './draw';
import { packer } from './drawing';
import type { Staged } from './stage';
import { beyond, type Sight, type TimeSpan } from './view';

/** Px: a page across, or a slide. */
const WIDTH = 1400;

/** Px around it on the sheet, at least. */
const MARGIN = 40;

/** All lanes with their names, and the time in sight, at one size: for a file or for paper. */
export function roadmapScene(
  staged: Staged,
  span: TimeSpan | null,
  nameOf: (lane: EntityId) => string,
  measure: Measure,
): Scene {
  const { frame, lanes } = staged;
  const { from, to } = span ?? { from: frame.first, to: frame.end };
  const gutter = 124;
  const pxPerYear = (WIDTH - gutter - beyond({ width: WIDTH })) / (to - from);
  const height = frame.axis + lanes.reduce((sum, lane) => sum + lane.height, 0);
  const left = (from - frame.first) * pxPerYear;
  const sight: Sight = { ...frame, width: WIDTH, height, top: 0, left, gutter, pxPerYear };
  const { scene } = drawRoadmap(lanes, packer(), { ...staged, sight, measure });
  const heads = lanes.flatMap(({ id, top }): Shape[] => {
    const size = frame.size + 1;
    const text = fitText(nameOf(id), gutter - 10, size, measure) ?? '';
    const y = frame.axis + top + size * 1.6;
    return [{ shape: 'text', text, x: 0, y, size, colour: 'ink', bold: true }];
  });
  // What a screen cuts off would show in the margins of a sheet.
  const sides = [
    { x: -MARGIN, width: MARGIN + gutter },
    { x: WIDTH, width: MARGIN },
  ].map((side): Shape => ({ shape: 'rect', y: 0, height, fill: 'paper', ...side }));
  const lines = lanes.map(({ top, height: high }): Shape => {
    const y = frame.axis + top + high - 0.5;
    return { shape: 'path', d: `M0 ${y} L${gutter} ${y}`, stroke: 'rule' };
  });
  const d = `M0 ${frame.axis - 0.5} L${gutter} ${frame.axis - 0.5}`;
  return {
    ...scene,
    shapes: [...scene.shapes, ...sides, ...lines, { shape: 'path', d, stroke: 'ink' }, ...heads],
  };
}
