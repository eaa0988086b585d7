import { estimateText } from '@/components/picture/measure-text';
import type { Colour, Shape } from '@/components/picture/scene';
import type { Drawing } from './drawing';
import { type Marked, ROW } from './lanes';
import type { Placed } from './pack';
import { xOf } from './view';

/** A concept's own colour where it begins; what is told of it or of the division has the division's. */
function colourOf(entry: Marked): Colour {
  switch (entry.kind) {
    case 'event':
      return entry.begins ? 'concept' : 'division';
    case 'ranking':
      return 'division';
    case 'policy':
      return 'policy';
  }
}

/** Draws marks with their labels; `y` is the top of the first row. */
export function drawMarks(drawing: Drawing, marks: readonly Placed<Marked>[], y: number): void {
  const { sight } = drawing;
  const step = (ROW.mark * sight.size) / 12;
  const shift = xOf(sight.first, sight);
  // Marks are in order from left to right; a label may reach in from further left.
  const reach = 24 * sight.size;
  for (const mark of marks) {
    const x = mark.x + shift;
    if (x < sight.gutter - reach) continue;
    if (x > sight.width + reach) break;
    drawMark(drawing, mark, x, y + (mark.row + 0.5) * step, step);
  }
}

function drawMark(
  { shapes, hits, sight, chosen }: Drawing,
  mark: Placed<Marked>,
  x: number,
  y: number,
  step: number,
): void {
  const [first] = mark.of;
  if (!first) return;
  const r = step * 0.29;
  const colour = colourOf(first);
  const isChosen = mark.of.some(({ key }) => key === chosen);
  const half = mark.of.length > 1 ? step * 0.42 : r;
  if (mark.of.length > 1) shapes.push(...several(mark.of.length, x, y, step, colour));
  else shapes.push(...one(first, x, y, r, sight.pxPerYear, colour));
  if (isChosen) {
    shapes.push({ shape: 'circle', x, y, r: half + 3, stroke: 'accent', line: 2 });
  }
  const written = mark.label ? drawLabel(shapes, mark.label, x, y, sight.size - 1) : 0;
  // Large enough for a finger, the label included: it belongs to its mark.
  const width = 2 * half + 4 + Math.abs(written);
  hits.push({
    x: x - half - 2 + Math.min(0, written),
    y: y - step / 2,
    width,
    height: step,
    of: mark.of,
  });
}

/** Writes a label beside its mark; answers about how far it reaches, to the left as less than 0. */
function drawLabel(
  shapes: Shape[],
  { text, side, gap }: NonNullable<Placed<Marked>['label']>,
  x: number,
  y: number,
  size: number,
): number {
  const isLeft = side === 'left';
  const at = { x: isLeft ? x - gap : x + gap, y: y + size * 0.36 };
  const anchor = isLeft ? 'end' : 'start';
  shapes.push({ shape: 'text', text, ...at, size, colour: 'ink', anchor });
  const width = estimateText(text, size);
  return isLeft ? -width : width;
}

function several(count: number, x: number, y: number, step: number, colour: Colour): Shape[] {
  const [width, height] = [step * 0.86, step * 0.78];
  const size = step * 0.56;
  return [
    {
      shape: 'rect',
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      radius: 3,
      fill: colour,
    },
    {
      shape: 'text',
      text: count > 99 ? '…' : String(count),
      x,
      y: y + size * 0.36,
      size,
      colour: 'paper',
      anchor: 'middle',
      bold: true,
    },
  ];
}

function one(
  entry: Marked,
  x: number,
  y: number,
  r: number,
  pxPerYear: number,
  colour: Colour,
): Shape[] {
  const vague = entry.precision === 'year';
  const half = ((entry.to - entry.from) * pxPerYear) / 2;
  const strip: Shape[] =
    half > 2 * r
      ? [{ shape: 'rect', x: x - half, y: y + r, width: 2 * half, height: 2.5, ...hatch(colour) }]
      : [];
  const paint = vague ? { ...hatch(colour), stroke: colour } : { fill: colour };
  switch (entry.kind) {
    case 'policy':
      return [...strip, { shape: 'path', d: diamond(x, y, r * 1.25), ...paint }];
    case 'event': {
      const small = entry.begins ? r : r * 0.75;
      return [...strip, { shape: 'circle', x, y, r: small, ...paint }];
    }
    case 'ranking':
      return place(entry.row.rank, x, y, r);
  }
}

function hatch(colour: Colour) {
  return { fill: colour, hatched: true } as const;
}

/** A place as its number in a ring; a tier as a ring alone. */
function place(rank: number | undefined, x: number, y: number, r: number): Shape[] {
  const ring: Shape = { shape: 'circle', x, y, r: r * 1.35, fill: 'raise', stroke: 'division' };
  if (rank === undefined) return [ring];
  const size = r * 1.9;
  const text = { text: String(rank), x, y: y + size * 0.36, size } as const;
  return [ring, { shape: 'text', ...text, colour: 'division', anchor: 'middle', bold: true }];
}

function diamond(x: number, y: number, r: number): string {
  return `M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z`;
}
