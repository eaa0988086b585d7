import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineAt, placeCard } from '@/lib/hover/place-card';

const WINDOW = { width: 1000, height: 700 };
const CARD = { width: 360, height: 300 };
const line = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe('a card', () => {
  test('stands below the line, at its start', async () => {
    expect(await placeCard(line(200, 100), CARD, WINDOW, false)).toMatchObject({
      left: 200,
      top: 128,
    });
  });

  test('stands above a line low in the window', async () => {
    const { top } = await placeCard(line(200, 600), CARD, WINDOW, false);
    expect(top + CARD.height).toBe(592);
  });

  test('is moved in from the right edge', async () => {
    const { left } = await placeCard(line(900, 100), CARD, WINDOW, false);
    expect(left + CARD.width).toBe(992);
  });

  test('stands beside a line that runs from top to bottom', async () => {
    const { left, top } = await placeCard(
      { left: 600, top: 100, right: 620, bottom: 200 },
      CARD,
      WINDOW,
      true,
    );
    expect({ left, top }).toEqual({ left: 600 - 8 - 360, top: 100 });
  });

  test('is given the room there is in a small frame', async () => {
    const small = { width: 300, height: 200 };
    const place = await placeCard(line(20, 30), CARD, small, false);
    expect(place.maxHeight).toBe(200 - 8 - 58);
    expect(place.maxWidth).toBeLessThanOrEqual(284);
    expect(place.left).toBeGreaterThanOrEqual(0);
  });

  test('larger than the room above a line ends right above it, its head in view', async () => {
    const tall = { width: 360, height: 650 };
    const place = await placeCard(line(200, 400), tall, WINDOW, false);
    expect(place.top).toBe(8);
    expect(place.top + place.maxHeight).toBe(392);
  });

  test('never covers the line being read, wherever that is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          left: fc.integer({ min: 0, max: 900 }),
          top: fc.integer({ min: 0, max: 680 }),
          width: fc.integer({ min: 100, max: 700 }),
          height: fc.integer({ min: 40, max: 900 }),
        }),
        async ({ left, top, width, height }) => {
          const read = line(left, top);
          const place = await placeCard(read, { width, height }, WINDOW, false);
          const bottom = place.top + Math.min(height, place.maxHeight);
          expect(place.top >= read.bottom || bottom <= read.top).toBe(true);
          if (place.maxHeight > 0) expect(place.top).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

test('of a mention broken over two lines the line under the pointer is the one being read', () => {
  const lines = [line(900, 100), line(20, 130)];
  expect(lineAt(lines, { x: 30, y: 140 })).toBe(lines[1]);
  expect(lineAt(lines, { x: 910, y: 110 })).toBe(lines[0]);
  expect(lineAt(lines, null)).toBe(lines[0]);
  expect(lineAt([], { x: 0, y: 0 })).toBeNull();
});
