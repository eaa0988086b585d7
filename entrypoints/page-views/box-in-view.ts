import type { Box } from '@/lib/hover/safe-path';

/**
 * The part of a passage that is in view, as one box; null when none of it is. Of a passage taller
 * than the window its last line in view, which is where the reader's pointer is.
 */
export function boxInView(lines: readonly Box[], windowHeight: number): Box | null {
  const seen = lines.filter((line) => line.bottom > 0 && line.top < windowHeight);
  const last = seen[seen.length - 1];
  if (!last) return null;
  const top = Math.min(...seen.map((line) => line.top));
  const bottom = Math.max(...seen.map((line) => line.bottom));
  if (top <= 0 && bottom >= windowHeight) return last;
  return { left: last.left, top, right: last.right, bottom };
}
