import type { Measure } from '@/components/picture/measure-text';
import type { Shape } from '@/components/picture/scene';
import type { EntityId } from '@/lib/model/entity';
import type { Entry } from './entries';
import type { Figure } from './figures';
import type { Lane, Marked } from './lanes';
import { type Placed, packed } from './pack';
import { middleOf } from './time';
import { beyond, type Sight } from './view';

/** Where something can be pressed, in px of the picture, and what it is. */
export interface Hit {
  x: number;
  y: number;
  width: number;
  height: number;
  of: Entry[];
}

/** A picture being made. */
export interface Drawing {
  shapes: Shape[];
  hits: Hit[];
  sight: Sight;
  measure: Measure;
  /** The key of the entry whose card is open. */
  chosen: string | null;
  /** What hangs together with it: lines are drawn to those that are in the picture. */
  lineage: ReadonlySet<EntityId>;
  figureText(figure: Figure): string;
}

/** Where the marks of a lane's bands lie at a width of years; the same wherever one scrolls. */
export type Packer = (lane: Lane, sight: Sight, measure: Measure) => Map<string, Placed<Marked>[]>;

/** Packs each lane once for each width of years: scrolling then only moves what is there. */
export function packer(): Packer {
  let key = '';
  const lanes = new Map<Lane, Map<string, Placed<Marked>[]>>();
  return (lane, sight, measure) => {
    const now = `${sight.pxPerYear} ${sight.size} ${sight.end} ${sight.width}`;
    if (now !== key) lanes.clear();
    key = now;
    const known = lanes.get(lane);
    if (known) return known;
    const made = new Map(
      lane.bands.flatMap((band) =>
        band.kind === 'marks'
          ? [[band.of, packBand(band.entries, band.rows, sight, measure)] as const]
          : [],
      ),
    );
    lanes.set(lane, made);
    return made;
  };
}

function packBand(
  entries: readonly Marked[],
  rows: number,
  sight: Sight,
  measure: Measure,
): Placed<Marked>[] {
  const { size, pxPerYear, first, end } = sight;
  return packed(entries, {
    rows,
    pitch: size * 1.35,
    gap: size * 0.8,
    size: size - 1,
    end: (end - first) * pxPerYear + beyond(sight),
    measure,
    xOf: (entry) => (middleOf(entry) - first) * pxPerYear,
    halfOf: ({ kind, from, to, precision }) =>
      precision === 'year' && kind !== 'ranking' ? ((to - from) * pxPerYear) / 2 : 0,
    labelOf: (entry) => entry.label,
  });
}
