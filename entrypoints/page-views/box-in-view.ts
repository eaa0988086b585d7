import type { Box } from '@/lib/hover/safe-path';

/**
 * The part of a passage that is in view, as one box; null when none of it is. Of a passage taller
 * than the window its last line in view, which is where the reader's pointer is.
 */
export function boxInView(lines: readonly Box[], window: Box): Box | null {
  const seen = lines.filter((line) => line.bottom > window.top && line.top < window.bottom);
  const last = seen[seen.length - 1];
  if (!last) return null;
  const top = Math.min(...seen.map((line) => line.top));
  const bottom = Math.max(...seen.map((line) => line.bottom));
  if (top <= window.top && bottom >= window.bottom) return last;
  return { left: last.left, top, right: last.right, bottom };
}
