/** Units of quote and of context that are aligned around an edge of the quote. */
export const EDGE_UNITS = 32;

/**
 * Finds where the boundary between `left` and `right` lies in `window`, by the cheapest alignment
 * of `left + right` to any part of the window (each inserted, missing or other unit costs 1).
 *
 * Text that was put in exactly at the boundary belongs to neither side; `[first, last]` encloses
 * it. Both are UTF-16 offsets in the window; equal where the boundary is clear.
 */
export function alignBoundary(
  left: string,
  right: string,
  window: string,
): { first: number; last: number } {
  const pattern = left + right;
  const rows = pattern.length + 1;
  const columns = window.length + 1;
  // cost[i][j]: best alignment of the pattern's first i units that ends before the window's unit j.
  const cost = new Uint16Array(rows * columns);
  for (let i = 1; i < rows; i++) {
    cost[i * columns] = i;
    for (let j = 1; j < columns; j++) {
      const same = pattern.charCodeAt(i - 1) === window.charCodeAt(j - 1);
      cost[i * columns + j] = Math.min(
        cost[(i - 1) * columns + j - 1]! + (same ? 0 : 1),
        cost[(i - 1) * columns + j]! + 1,
        cost[i * columns + j - 1]! + 1,
      );
    }
  }
  return traceBoundary(cost, columns, pattern, window, left.length);
}

function traceBoundary(
  cost: Uint16Array,
  columns: number,
  pattern: string,
  window: string,
  boundary: number,
): { first: number; last: number } {
  let i = pattern.length;
  let j = 0;
  for (let column = 1; column < columns; column++) {
    if (cost[i * columns + column]! < cost[i * columns + j]!) j = column;
  }
  let last = i === boundary ? j : -1;
  while (i > boundary || (i === boundary && i > 0)) {
    const here = cost[i * columns + j]!;
    const same = j > 0 && pattern.charCodeAt(i - 1) === window.charCodeAt(j - 1);
    if (j > 0 && here === cost[i * columns + j - 1]! + 1) {
      j--;
    } else if (i === boundary) {
      break;
    } else if (j > 0 && here === cost[(i - 1) * columns + j - 1]! + (same ? 0 : 1)) {
      i--;
      j--;
    } else {
      i--;
    }
    if (i === boundary && last < 0) last = j;
  }
  return { first: j, last: last < 0 ? j : last };
}
