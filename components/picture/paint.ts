import type { Measure } from './measure-text';
import { DASH, HATCH, type Palette, type Scene, type Shape } from './scene';

/** What a picture is drawn with: the colours, and a font as style sheets name families. */
export interface Brush {
  palette: Palette;
  font: string;
}

/** Draws a picture on a canvas that is its size, or larger by `scale` where screens are finer. */
export function paint(
  canvas: HTMLCanvasElement,
  { width, height, shapes }: Scene,
  brush: Brush,
  scale: number,
): void {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = brush.palette.paper;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'alphabetic';
  const hatches = new Map<string, CanvasPattern | null>();
  for (const shape of shapes) draw(context, shape, brush, hatches);
}

function draw(
  context: CanvasRenderingContext2D,
  shape: Shape,
  { palette, font }: Brush,
  hatches: Map<string, CanvasPattern | null>,
): void {
  if (shape.shape === 'text') {
    context.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${font}`;
    context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
    context.fillStyle = palette[shape.colour];
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  const outline = outlineOf(shape);
  if (shape.fill) {
    const colour = palette[shape.fill];
    if (shape.hatched && !hatches.has(colour)) hatches.set(colour, hatch(context, colour));
    context.globalAlpha = shape.alpha ?? 1;
    context.fillStyle = (shape.hatched && hatches.get(colour)) || colour;
    context.fill(outline);
    context.globalAlpha = 1;
  }
  if (shape.stroke) {
    context.strokeStyle = palette[shape.stroke];
    context.lineWidth = shape.line ?? 1;
    context.setLineDash(shape.dashed ? DASH : []);
    context.stroke(outline);
  }
}

function outlineOf(shape: Exclude<Shape, { shape: 'text' }>): Path2D {
  if (shape.shape === 'path') return new Path2D(shape.d);
  const path = new Path2D();
  if (shape.shape === 'circle') path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
  else path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
  return path;
}

function hatch(context: CanvasRenderingContext2D, colour: string): CanvasPattern | null {
  const { step, line } = HATCH;
  const tile = new OffscreenCanvas(2 * step, 2 * step);
  const on = tile.getContext('2d');
  if (!on) return null;
  on.strokeStyle = colour;
  on.lineWidth = line * 2;
  for (let x = -2 * step; x <= 4 * step; x += 2 * step) {
    on.moveTo(x, 2 * step);
    on.lineTo(x + 2 * step, 0);
  }
  on.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(0.5));
  return pattern;
}

/**
 * Measures as the canvas will write: the sum of its characters, each measured once. Kerning would
 * make it a hair narrower; asking for whole texts takes longer than all the rest of a drawing.
 */
export function canvasMeasure(font: string): Measure {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to measure on.');
  const AT = 100;
  context.font = `${AT}px ${font}`;
  const widths = new Map<string, number>();
  return (text, size) => {
    let sum = 0;
    for (const character of text) {
      let width = widths.get(character);
      if (width === undefined) {
        width = context.measureText(character).width;
        widths.set(character, width);
      }
      sum += width;
    }
    return (sum * size) / AT;
  };
}
