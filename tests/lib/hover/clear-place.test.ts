import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clearPlace, coveredBy, type Obstacle } from '@/lib/hover/clear-place';
import { growCard } from '@/lib/hover/grow-card';

const WINDOW = { width: 1000, height: 700 };
const GLANCE = { width: 320, height: 100 };
const line = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 20 });
const below = ({ left, bottom }: { left: number; bottom: number }) => ({ left, top: bottom + 8 });
const row = (top: number, weight = 3, right = 400): Obstacle => ({
  ...{ left: 20, right, top, bottom: top + 24 },
  weight,
});

describe('a glance among what can be pressed', () => {
  test('stands where it would without, if it covers nothing', () => {
    const usual = below(line(20, 100));
    expect(clearPlace(usual, line(20, 100), GLANCE, WINDOW, [row(400)])).toEqual(usual);
  });

  test('stands level with its row beside a list, which it leaves to be read on', () => {
    const name = line(20, 100);
    const rows = [60, 140, 180, 220, 260, 300, 340].map((top) => row(top));
    const place = clearPlace(below(name), name, GLANCE, WINDOW, rows);
    expect(coveredBy(place, GLANCE, rows)).toEqual([]);
    expect(place.left).toBeGreaterThan(400);
    expect(place.top).toBeLessThan(120);
  });

  test('rather goes beyond a menu that has opened than over an entry of it', () => {
    const name = line(40, 30);
    const menu = [70, 100, 130].map((top) => ({ ...row(top, 6, 190) }));
    const place = clearPlace(below(name), name, GLANCE, WINDOW, menu);
    expect(coveredBy(place, GLANCE, menu)).toEqual([]);
  });

  test('covers what is above rather than what comes next, where something must be covered', () => {
    const name = line(20, 300);
    const rows = [180, 220, 260, 340, 380, 420].map((top) => row(top, top < 300 ? 2 : 3, 1000));
    const place = clearPlace(below(name), name, GLANCE, WINDOW, rows);
    expect(place.top + GLANCE.height).toBeLessThanOrEqual(300);
  });

  test('is never on its line, nor out of the window, also where that does not begin at 0, 0', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 650 }) }),
          { maxLength: 12 },
        ),
        fc.integer({ min: 50, max: 500 }),
        (boxes, top) => {
          const name = line(300, top);
          const seen = { ...WINDOW, left: 30, top: 20 };
          const obstacles = boxes.map(({ x, y }) => ({
            left: x,
            top: y,
            right: x + 90,
            bottom: y + 24,
            weight: 3,
          }));
          const place = clearPlace(below(name), name, GLANCE, seen, obstacles);
          expect(coveredBy(place, GLANCE, [name])).toEqual([]);
          expect(place.left).toBeGreaterThanOrEqual(38);
          expect(place.top).toBeGreaterThanOrEqual(28);
        },
      ),
    );
  });
});

describe('a glance that grows', () => {
  const card = { width: 360, height: 400 };
  const box = (left: number, top: number) => ({
    ...{ left, top, right: left + GLANCE.width, bottom: top + GLANCE.height },
  });

  test('keeps the edge it turns to its line', () => {
    expect(growCard(box(200, 128), line(200, 100), card, WINDOW)).toMatchObject({
      left: 200,
      top: 128,
    });
    const above = growCard(box(200, 492), line(200, 600), card, WINDOW);
    expect(above.top + above.maxHeight).toBe(592);
  });

  test('moves in where there is too little room to be read', () => {
    const { top, maxHeight } = growCard(box(200, 580), line(200, 552), card, WINDOW);
    expect({ top, maxHeight }).toEqual({ top: 700 - 8 - 240, maxHeight: 240 });
  });

  test('holds the pointer that rested in the glance', () => {
    for (const left of [8, 400, 672]) {
      const grown = growCard(box(left, 128), line(left, 100), card, WINDOW);
      expect(grown.left).toBeLessThanOrEqual(left);
      expect(grown.left + card.width).toBeGreaterThanOrEqual(left + GLANCE.width);
    }
  });
});
