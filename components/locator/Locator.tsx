import type { EntityId } from '@/lib/model/entity';
import { TILE_COLUMNS, TILE_ROWS, TILES } from './tiles';

/** A cell is a little wider than high, which gives the whole the country's proportions. */
const CELL = { width: 6, height: 4.8, gap: 1 };

/**
 * Where a division lies: the tile map at the size of a word; all of it for the nation (`CN`).
 * It stands beside the name, so it has none itself.
 */
export function Locator({ here }: { here: EntityId }) {
  const width = TILE_COLUMNS * (CELL.width + CELL.gap) - CELL.gap;
  const height = TILE_ROWS * (CELL.height + CELL.gap) - CELL.gap;
  return (
    <svg
      class="locator"
      viewBox={`0 0 ${width} ${height}`}
      data-nation={here === 'CN' || undefined}
      aria-hidden="true"
      focusable="false"
    >
      {TILES.map((tile) => (
        <rect
          key={tile.id}
          x={tile.column * (CELL.width + CELL.gap)}
          y={tile.row * (CELL.height + CELL.gap)}
          width={CELL.width}
          height={CELL.height}
          data-here={tile.id === here || undefined}
        />
      ))}
    </svg>
  );
}
