import { describe, expect, test } from 'vitest';
import { isHeadedForCard, type Point } from '@/lib/hover/safe-path';

/** A card 300 px wide below a line; the mark ends at (200, 90). */
const CARD = { left: 100, top: 108, right: 400, bottom: 400 };
const MARK: Point = { x: 200, y: 90 };

describe('the way from a mark to a card below it', () => {
  test.each<[string, Point, boolean]>([
    ['straight down', { x: 200, y: 100 }, true],
    ['slanting to the right, towards its far corner', { x: 260, y: 103 }, true],
    ['in the card', { x: 390, y: 390 }, true],
    ['just beside its edge', { x: 98, y: 200 }, true],
    ['back up', { x: 200, y: 60 }, false],
    ['along the line, away from the card', { x: 320, y: 88 }, false],
    ['past the card', { x: 500, y: 200 }, false],
  ])('%s', (_, now, expected) => {
    expect(isHeadedForCard(MARK, now, CARD)).toBe(expected);
  });
});

describe('the way to a card on another side', () => {
  const above = { left: 100, top: 10, right: 400, bottom: 80 };
  const beside = { left: 10, top: 50, right: 180, bottom: 300 };
  const right = { left: 220, top: 50, right: 390, bottom: 300 };
  test.each<[string, Point, typeof CARD, boolean]>([
    ['up to a card above', { x: 220, y: 85 }, above, true],
    ['down from a card above', { x: 220, y: 110 }, above, false],
    ['left to a card beside', { x: 190, y: 95 }, beside, true],
    ['slanting to the far corner of a card beside', { x: 190, y: 200 }, beside, true],
    ['right, away from it', { x: 240, y: 95 }, beside, false],
    ['right to a card on the other side', { x: 215, y: 95 }, right, true],
    ['left, away from that', { x: 170, y: 95 }, right, false],
    ['sideways first, below a card', { x: 204, y: 90 }, above, true],
    ['sideways first, above a card', { x: 196, y: 90 }, CARD, true],
    ['up or down first, beside a card', { x: 200, y: 93 }, beside, true],
    ['up or down first, on its other side', { x: 200, y: 93 }, right, true],
    ['sideways for long', { x: 340, y: 90 }, above, false],
  ])('%s', (_, now, card, expected) => {
    expect(isHeadedForCard(MARK, now, card)).toBe(expected);
  });
});
