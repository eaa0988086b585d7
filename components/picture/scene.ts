import type { EntityKind } from '@/lib/model/entity';

/** The colours pictures are made of: those of the style sheet's tokens by the same name. */
export const COLOURS = [
  'paper',
  'wash',
  'raise',
  'ink',
  'ink-soft',
  'rule',
  'edge',
  'accent',
  'division',
  'platform',
  'policy',
  'concept',
] as const satisfies readonly (EntityKind | (string & {}))[];
export type Colour = (typeof COLOURS)[number];

interface Paint {
  fill?: Colour;
  stroke?: Colour;
  /** Of the stroke, in px; 1 unless it says another. */
  line?: number;
  /** 0 to 1, of the fill. */
  alpha?: number;
  /** Filled with slanting lines of the colour: a date that is not known to the day. */
  hatched?: boolean;
  dashed?: boolean;
}

export interface RectShape extends Paint {
  shape: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
}

export interface CircleShape extends Paint {
  shape: 'circle';
  x: number;
  y: number;
  r: number;
}

export interface PathShape extends Paint {
  shape: 'path';
  /** As in SVG. */
  d: string;
}

export interface TextShape {
  shape: 'text';
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  /** Height of the letters, in px. */
  size: number;
  colour: Colour;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

export type Shape = RectShape | CircleShape | PathShape | TextShape;

/** A picture as what it is made of, the lowest first, in px: drawn on a canvas or as SVG, the same. */
export interface Scene {
  width: number;
  height: number;
  shapes: Shape[];
}

/** The colours of a theme, as style sheets write them. */
export type Palette = Record<Colour, string>;

/** The colours of wherever a picture stands in a page of ours: they follow its theme by themselves. */
export const PAGE_PALETTE: Palette = {
  paper: 'var(--paper)',
  wash: 'var(--wash)',
  raise: 'var(--raise)',
  ink: 'var(--ink)',
  'ink-soft': 'var(--ink-soft)',
  rule: 'var(--rule)',
  edge: 'var(--edge)',
  accent: 'var(--accent)',
  division: 'var(--division)',
  platform: 'var(--platform)',
  policy: 'var(--policy)',
  concept: 'var(--concept)',
};

/** Slanting lines: apart by, and wide, in px. */
export const HATCH = { step: 4, line: 1.4 };

/** What dashed lines are dashed by, in px. */
export const DASH = [3, 3];

/** The same picture further right and down. */
export function moved(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) =>
    shape.shape === 'path'
      ? { ...shape, d: movedPath(shape.d, dx, dy) }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );
}

/** Paths here are absolute, of M, L, C and Z: pairs of numbers, x and y in turn. */
function movedPath(d: string, dx: number, dy: number): string {
  let isX = false;
  return d.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (number) => {
    isX = !isX;
    return String(Number(number) + (isX ? dx : dy));
  });
}
