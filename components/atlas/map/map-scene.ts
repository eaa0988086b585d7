import { TILE_COLUMNS, TILE_ROWS, TILES } from '@/components/locator/tiles';
import type { Measure } from '@/components/picture/measure-text';
import type { Scene, Shape } from '@/components/picture/scene';
import type { EntityId } from '@/lib/model/entity';
import { type Step, shadeOf } from './steps';

interface MapDrawing {
  values: ReadonlyMap<EntityId, number>;
  steps: readonly Step[];
  /** Px of a tile and between two. */
  tile: { width: number; height: number; gap: number };
  /** What is written in a tile: a sign, a name and a value; nothing in small ones. */
  write?(id: EntityId): { sign: string; name: string; value: string };
}

/** The 34 tiles, shaded. */
export function mapScene({ values, steps, tile, write }: MapDrawing): Scene {
  const { width, height, gap } = tile;
  const shapes = TILES.flatMap(({ id, column, row }): Shape[] => {
    const x = column * (width + gap) + 0.5;
    const y = row * (height + gap) + 0.5;
    const shade = shadeOf(values.get(id), steps);
    const box = { shape: 'rect', x, y, width, height, radius: 2 } as const;
    const ground: Shape[] = [
      { ...box, fill: 'accent', alpha: shade / 100, stroke: shade ? 'accent' : 'rule', line: 0.75 },
    ];
    const said = write?.(id);
    if (!said) return ground;
    const colour = shade === 100 ? 'paper' : 'ink';
    const text = { shape: 'text', colour } as const;
    return [
      ...ground,
      { ...text, text: said.sign, x: x + 8, y: y + 24, size: 18, bold: true },
      { ...text, text: said.name, x: x + 8, y: y + 42, size: 11 },
      { ...text, text: said.value, x: x + width - 8, y: y + 20, size: 12, anchor: 'end' },
    ];
  });
  return {
    width: TILE_COLUMNS * (width + gap),
    height: TILE_ROWS * (height + gap),
    shapes,
  };
}

/** The legend under a map: each step with what is in it, and the tile of those with nothing. */
export function legendScene(
  steps: readonly Step[],
  labelOf: (step: Step | null) => string,
  measure: Measure,
): Scene {
  const size = 12;
  let end = 0;
  const shapes = [null, ...steps].flatMap((step): Shape[] => {
    const shade = shadeOf(step?.to, steps);
    const text = labelOf(step);
    const x = end;
    end += measure(text, size) + 52;
    const box = { shape: 'rect', x: x + 0.5, y: 8, width: 22, height: 14 } as const;
    return [
      { ...box, fill: 'accent', alpha: shade / 100, stroke: shade ? 'accent' : 'rule', line: 0.75 },
      { shape: 'text', text, x: x + 28, y: 19, size, colour: 'ink' },
    ];
  });
  return { width: end, height: 30, shapes };
}
