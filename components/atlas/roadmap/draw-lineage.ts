import type { EntityId } from '@/lib/model/entity';
import type { Drawing, Packer } from './drawing';
import { type Lane, type Marked, ROW } from './lanes';
import { lineageLine } from './lineage';
import { type Sight, xOf } from './view';

interface At {
  x: number;
  y: number;
}

/** Lines from the chosen entry to what it hangs together with, wherever that is in the picture. */
export function drawLineage(drawing: Drawing, lanes: readonly Lane[], pack: Packer): void {
  const { chosen, lineage, shapes, sight, measure } = drawing;
  if (!chosen || lineage.size === 0) return;
  const placeOf = (is: (entry: { key: string; entity: EntityId }) => boolean): At | null => {
    for (const lane of lanes) {
      const at = placeIn(lane, pack(lane, sight, measure), sight, is);
      if (at) return at;
    }
    return null;
  };
  const from = placeOf(({ key }) => key === chosen);
  if (!from) return;
  for (const id of lineage) {
    const to = placeOf((entry) => entry.key === id || ('begins' in entry && entry.entity === id));
    if (to) shapes.push(...lineageLine(from, to));
  }
}

function placeIn(
  lane: Lane,
  marks: ReturnType<Packer>,
  sight: Sight,
  is: (entry: { key: string; entity: EntityId }) => boolean,
): At | null {
  const unit = sight.size / 12;
  for (const band of lane.bands) {
    const top = sight.axis + lane.top - sight.top + band.top;
    if (band.kind === 'platform') {
      const row = band.rows.findIndex((bars) => bars.some(is));
      const bar = band.rows[row]?.find(is);
      if (bar) return { x: xOf(bar.from, sight), y: top + (row + 0.5) * ROW.bar * unit };
    } else if (band.kind === 'marks') {
      const mark = marks.get(band.of)?.find((one) => one.of.some((each: Marked) => is(each)));
      if (mark) {
        const x = mark.x + xOf(sight.first, sight);
        return { x, y: top + (mark.row + 0.5) * ROW.mark * unit };
      }
    }
  }
  return null;
}
