import { describe, expect, it } from 'vitest';
import { TILE_COLUMNS, TILE_ROWS, TILES } from '@/components/locator/tiles';
import { tileSign } from '@/components/profile/tile-signs';

const at = (id: string) => TILES.find((tile) => tile.id === id)!;

describe('TILES', () => {
  it('gives each of the 34 divisions one cell of its own', () => {
    expect(new Set(TILES.map(({ id }) => id)).size).toBe(34);
    expect(new Set(TILES.map(({ column, row }) => `${column},${row}`)).size).toBe(34);
    expect(TILES.every(({ column, row }) => column < TILE_COLUMNS && row < TILE_ROWS)).toBe(true);
  });

  it('keeps north above south and west before east', () => {
    expect(at('CN-HL').row).toBeLessThan(at('CN-HI').row);
    expect(at('CN-XJ').column).toBeLessThan(at('CN-SH').column);
    expect(at('CN-TW').column).toBeGreaterThan(at('CN-FJ').column);
  });

  it.each([
    ['CN-ZJ', 'CN-SH'],
    ['CN-ZJ', 'CN-FJ'],
    ['CN-BJ', 'CN-HE'],
    ['CN-HE', 'CN-TJ'],
    ['CN-GD', 'CN-GX'],
    ['CN-SC', 'CN-CQ'],
    ['CN-YN', 'CN-GZ'],
    ['CN-XJ', 'CN-XZ'],
  ])('keeps %s and %s neighbours', (a, b) => {
    const distance = Math.abs(at(a).column - at(b).column) + Math.abs(at(a).row - at(b).row);
    expect(distance).toBe(1);
  });

  it('has a character for each, no two the same', () => {
    for (const script of ['zh-Hans', 'zh-Hant'] as const) {
      expect(new Set(TILES.map(({ id }) => tileSign(id, script))).size).toBe(34);
    }
    expect(tileSign('CN-SH', 'zh-Hant')).toBe('滬');
  });
});
