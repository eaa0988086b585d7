import { grouped } from '@/components/atlas/atlas-data';
import type { EntityId } from '@/lib/model/entity';
import { keysOf } from '@/lib/model/registry';
import type { Bar } from './bars';
import type { Document, Entry, Happening } from './entries';
import type { Figure } from './figures';
import { rowsOfBars } from './pack';
import type { Ranked } from './ranked';
import { middleOf } from './time';

/** An entry that is drawn as a mark. */
export type Marked = Happening | Document | Ranked;

/** A part of a lane, all of one kind. */
export type Band = { top: number; height: number } & (
  | { kind: 'platform'; rows: Bar[][] }
  | { kind: 'marks'; of: keyof typeof MARKS; entries: Marked[]; rows: number }
  | { kind: 'figure'; figures: Figure[] }
);

/** A division's part of the picture; `top` in px from the first lane's. */
export interface Lane {
  id: EntityId;
  top: number;
  height: number;
  bands: Band[];
}

/** Bands of marks from the top down, and in how many rows at most. */
const MARKS = {
  beginnings: { most: 1, is: (entry: Marked) => entry.kind === 'event' && entry.begins },
  statements: { most: 1, is: (entry: Marked) => entry.kind === 'event' && !entry.begins },
  documents: { most: 2, is: (entry: Marked) => entry.kind === 'policy' },
  rankings: { most: 1, is: (entry: Marked) => entry.kind === 'ranking' },
};

/** Px at letters 12 px high. */
export const ROW = { bar: 16, mark: 15.5, figure: 30, pad: 6, least: 40 };

/** With fewer entries one row is enough. */
const ONE_ROW = 3;

/** The chosen lanes, one under the other, with what is in each; heights do not depend on the time shown. */
export function lanesOf(
  entries: readonly Entry[],
  chosen: readonly EntityId[],
  size: number,
): Lane[] {
  const by = grouped(entries, ({ lane }) => lane);
  const unit = size / 12;
  let top = 0;
  return chosen.map((id) => {
    const lane = laneOf(id, by.get(id) ?? [], top, unit);
    top += lane.height;
    return lane;
  });
}

function laneOf(id: EntityId, entries: readonly Entry[], top: number, unit: number): Lane {
  const bands: Band[] = [];
  let y = ROW.pad * unit;
  const add = (band: Band) => {
    bands.push(band);
    y += band.height;
  };
  const bars = entries.filter((entry) => entry.kind === 'platform');
  if (bars.length > 0) {
    const rows = rowsOfBars(bars);
    add({ kind: 'platform', rows, top: y, height: rows.length * ROW.bar * unit });
  }
  for (const of of keysOf(MARKS)) {
    const { most, is } = MARKS[of];
    const marked = entries
      .filter((entry) => entry.kind !== 'platform' && entry.kind !== 'figure')
      .filter(is)
      .sort((a, b) => middleOf(a) - middleOf(b));
    if (marked.length === 0) continue;
    const rows = marked.length <= ONE_ROW ? 1 : most;
    const height = rows * ROW.mark * unit;
    add({ kind: 'marks', of, entries: marked, rows, top: y, height });
  }
  const figures = mainSeries(entries.filter((entry) => entry.kind === 'figure'));
  if (figures.length > 0) add({ kind: 'figure', figures, top: y, height: ROW.figure * unit });
  return { id, top, height: Math.max(ROW.least * unit, y + ROW.pad * unit), bands };
}

/** Of all series the one that says most: of users before others, and of those the longest. */
function mainSeries(figures: readonly Figure[]): Figure[] {
  const all = [...grouped(figures, ({ series }) => series).values()];
  const users = (of: readonly Figure[]) => Number(of[0]?.metric.measure === 'users');
  const [main] = all.sort((a, b) => users(b) - users(a) || b.length - a.length);
  return [...(main ?? [])].sort((a, b) => middleOf(a) - middleOf(b));
}

/** All that is drawn in a lane. */
export function entriesIn({ bands }: Lane): Entry[] {
  return bands.flatMap((band): Entry[] => {
    if (band.kind === 'platform') return band.rows.flat();
    return band.kind === 'marks' ? band.entries : band.figures;
  });
}
