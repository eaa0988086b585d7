import { fitText, type Measure } from '@/components/picture/measure-text';
import type { Shape } from '@/components/picture/scene';
import type { Bar } from './bars';
import type { Drawing } from './drawing';
import { ROW } from './lanes';
import { type Sight, xOf } from './view';

/** Draws rows of bars; `y` is the top of the first. */
export function drawBars(drawing: Drawing, rows: readonly Bar[][], y: number): void {
  const { sight } = drawing;
  const step = (ROW.bar * sight.size) / 12;
  rows.forEach((row, at) => {
    const top = y + at * step;
    if (top > sight.height || top + step < sight.axis) return;
    row.forEach((bar, nth) => {
      drawBar(drawing, bar, top, step, row[nth + 1]);
    });
  });
}

function drawBar(
  { shapes, hits, sight, measure, chosen }: Drawing,
  bar: Bar,
  top: number,
  step: number,
  next: Bar | undefined,
): void {
  const from = xOf(bar.from, sight);
  const to = xOf(bar.until ?? sight.today, sight);
  const right = Math.min(next ? xOf(next.from, sight) : sight.width, sight.width);
  if (from > sight.width || Math.max(to, right) < sight.gutter) return;
  const height = step - 4;
  const y = top + 2;
  const box = { y, height, x: from, width: Math.max(to - from, 3) };
  shapes.push({ shape: 'rect', ...box, fill: 'platform', alpha: 0.16, radius: 2 });
  const sure = xOf(bar.to, sight);
  if (sure - from > 2) {
    const width = Math.min(sure, to) - from;
    shapes.push({ shape: 'rect', ...box, width, fill: 'platform', hatched: true, alpha: 0.5 });
  } else shapes.push({ shape: 'rect', ...box, width: 3, fill: 'platform' });
  if (bar.ending === 'known') {
    shapes.push({ shape: 'rect', ...box, x: to - 3, width: 3, fill: 'platform' });
  }
  if (bar.ending === 'open') {
    shapes.push({ shape: 'path', d: `M${to} ${y} L${to} ${y + height}`, ...OPEN });
  }
  if (bar.key === chosen) shapes.push({ shape: 'rect', ...box, stroke: 'accent', line: 2 });
  shapes.push(...namesOf(bar, to, right, y, height, sight, measure));
  hits.push({ x: from, y: top, width: Math.max(to - from, 24), height: step, of: [bar] });
}

const OPEN = { stroke: 'platform', line: 1.5, dashed: true } as const;

/** Its names, each in the stretch it bore it; what is scrolled off at the left stays readable. */
function namesOf(
  bar: Bar,
  to: number,
  right: number,
  y: number,
  height: number,
  sight: Sight,
  measure: Measure,
): Shape[] {
  const shapes: Shape[] = [];
  const size = sight.size - 0.5;
  const line = y + height / 2 + size * 0.36;
  const write = (name: string, from: number, until: number, bold: boolean) => {
    const x = Math.max(from + 6, sight.gutter + 4);
    const text = fitText(name, until - x - 3, size, measure, 2.5 * size);
    if (!text) return;
    const colour = bold ? 'ink' : 'ink-soft';
    shapes.push({ shape: 'text', text, x, y: line, size, colour, bold });
  };
  let from = xOf(bar.to, sight) - (bar.to > bar.from ? 3 : 0);
  for (const { name, until } of bar.former) {
    if (until <= bar.from) continue;
    const end = xOf(until, sight);
    write(name, from, end, false);
    shapes.push({ shape: 'path', d: `M${end} ${y} L${end} ${y + height}`, stroke: 'platform' });
    from = end;
  }
  write(bar.label, from, Math.max(to, right), true);
  return shapes;
}
