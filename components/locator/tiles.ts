import type { EntityId } from '@/lib/model/entity';

/** A division's cell on the tile map: columns from west to east, rows from north to south. */
export interface Tile {
  id: EntityId;
  column: number;
  row: number;
}

/**
 * The 34 divisions, each one cell, laid out by hand so that neighbours stay neighbours as far as
 * cells allow. Cells are ISO 3166-2 suffixes, `..` an empty one.
 */
const GRID = [
  '.. .. .. .. .. .. HL',
  '.. .. .. .. .. .. JL',
  '.. .. .. NM BJ .. LN',
  'XJ GS NX SX HE TJ ..',
  'XZ QH SN HA SD JS ..',
  '.. SC CQ HB AH ZJ SH',
  '.. YN GZ HN JX FJ TW',
  '.. .. .. GX GD HK ..',
  '.. .. .. HI MO .. ..',
];

export const TILE_COLUMNS = 7;
export const TILE_ROWS = GRID.length;

/** All 34 cells, row by row. */
export const TILES: readonly Tile[] = GRID.flatMap((line, row) =>
  line
    .split(' ')
    .map((suffix, column) => ({ id: `CN-${suffix}`, column, row }))
    .filter((tile) => tile.id !== 'CN-..'),
);
