import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowByKey, scrollToRow, visibleRows } from '@/components/library/visible-rows';

const lists = fc.record({
  count: fc.nat(20_000),
  rowHeight: fc.integer({ min: 20, max: 200 }),
  height: fc.integer({ min: 0, max: 2000 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('visibleRows', () => {
  it('draws every row that is in sight, and never more than a screenful and a little', () => {
    fc.assert(
      fc.property(lists, ({ count, rowHeight, height, part }) => {
        const scrollTop = Math.max(0, count * rowHeight - height) * part;
        const { start, end } = visibleRows(count, rowHeight, scrollTop, height);
        for (let row = 0; row < count; row++) {
          const inSight = (row + 1) * rowHeight > scrollTop && row * rowHeight < scrollTop + height;
          if (inSight && (row < start || row >= end)) return false;
        }
        return start >= 0 && end <= count && end - start <= height / rowHeight + 11;
      }),
      { numRuns: 60 },
    );
  });

  it('draws one row before the height of a row is known, to measure it', () => {
    expect(visibleRows(500, 0, 0, 0)).toEqual({ start: 0, end: 1 });
  });
});

describe('scrollToRow', () => {
  it.each([
    ['a row in sight moves nothing', 5, 300, 300],
    ['a row above comes to the top', 1, 300, 100],
    ['a row below comes to the bottom', 12, 300, 800],
  ])('%s', (_, row, scrollTop, expected) => {
    expect(scrollToRow(row, 100, scrollTop, 500)).toBe(expected);
  });
});

describe('rowByKey', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['ArrowDown', -1, 0],
    ['x', 3, null],
  ])('%s from row %i leads to %s', (key, row, to) => {
    expect(rowByKey(key, row, 10, 5)).toBe(to);
  });
});
