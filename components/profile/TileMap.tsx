import { TILE_COLUMNS, TILE_ROWS, TILES } from '@/components/locator/tiles';
import type { EntityId } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';
import { tileSign } from './tile-signs';

interface TileMapProps {
  /** Those that are filled. */
  here: readonly EntityId[];
  script: Script;
  /** What the picture says, in words. */
  label: string;
}

const CELL = { width: 18, height: 14, gap: 2 };

/**
 * The 34 divisions as cells, each with the character it goes by, those meant filled.
 * A picture: too small to be pressed; the atlas has the map to walk on.
 */
export function TileMap({ here, script, label }: TileMapProps) {
  const width = TILE_COLUMNS * (CELL.width + CELL.gap) - CELL.gap;
  const height = TILE_ROWS * (CELL.height + CELL.gap) - CELL.gap;
  return (
    <svg class="tile-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {TILES.map((tile) => {
        const x = tile.column * (CELL.width + CELL.gap);
        const y = tile.row * (CELL.height + CELL.gap);
        return (
          <g key={tile.id} data-here={here.includes(tile.id) || undefined}>
            <rect x={x} y={y} width={CELL.width} height={CELL.height} />
            <text lang={script} x={x + CELL.width / 2} y={y + CELL.height / 2}>
              {tileSign(tile.id, script)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
