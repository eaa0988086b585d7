import { describe, expect, it } from 'vitest';
import { moveByKey, nextCorner } from '@/lib/hover/move-card';

const WINDOW = { width: 1000, height: 600 };
const card = (left: number, top: number) => ({ left, top, right: left + 300, bottom: top + 200 });

describe('moving a card by key', () => {
  it.each([
    ['ArrowLeft', { left: 376, top: 100 }],
    ['ArrowRight', { left: 424, top: 100 }],
    ['ArrowUp', { left: 400, top: 76 }],
    ['ArrowDown', { left: 400, top: 124 }],
    ['Tab', null],
  ])('%s', (key, to) => {
    expect(moveByKey(card(400, 100), WINDOW, key)).toEqual(to);
  });

  it('keeps all of it in the window', () => {
    expect(moveByKey(card(690, 390), WINDOW, 'ArrowRight')).toEqual({ left: 692, top: 390 });
    expect(moveByKey(card(10, 10), WINDOW, 'ArrowUp')).toEqual({ left: 10, top: 8 });
  });
});

describe('moving a card from corner to corner', () => {
  it('goes round the window, clockwise', () => {
    const visited = [{ left: 120, top: 40 }];
    for (let i = 0; i < 4; i++) {
      const { left, top } = visited.at(-1)!;
      visited.push(nextCorner(card(left, top), WINDOW));
    }
    expect(visited.slice(1)).toEqual([
      { left: 692, top: 8 },
      { left: 692, top: 392 },
      { left: 8, top: 392 },
      { left: 8, top: 8 },
    ]);
  });
});
