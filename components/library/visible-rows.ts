/** A stretch of rows, `end` exclusive. */
export interface RowRange {
  start: number;
  end: number;
}

/** Rows drawn beyond each edge, so that a turn of the wheel finds them there. */
const BEYOND = 4;

/**
 * The rows of a list of equally high rows that are in sight, with a few beyond.
 * @param scrollTop px scrolled off at the top
 * @param height px in sight
 */
export function visibleRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): RowRange {
  if (rowHeight <= 0) return { start: 0, end: Math.min(count, 1) };
  const first = Math.floor(scrollTop / rowHeight);
  const last = Math.ceil((scrollTop + height) / rowHeight);
  const start = Math.min(Math.max(0, first - BEYOND), count);
  return { start, end: Math.max(start, Math.min(count, last + BEYOND)) };
}

/** The scroll position that brings a row wholly into sight with the least movement, in px. */
export function scrollToRow(
  row: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}

/** The row a key leads to, or null when it leads nowhere. `page` is the number of rows in sight. */
export function rowByKey(key: string, row: number, count: number, page: number): number | null {
  const within = (to: number) => Math.max(0, Math.min(count - 1, to));
  switch (key) {
    case 'ArrowDown':
      return within(row + 1);
    case 'ArrowUp':
      return within(row - 1);
    case 'PageDown':
      return within(row + page);
    case 'PageUp':
      return within(row - page);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}
