import { gapEnd } from '@/lib/text/noise';

const BLOCK_EDGE = /\n\s*\n/;
/**
 * Names further apart than this, in units, have nothing to say to each other: longer than paragraphs
 * are, and what keeps the work on a text without any proportional to its length.
 */
const REACH = 4_000;

/**
 * What stands between the end of one name and the start of the next, without the glosses of the
 * former's last character; null where a block ends between them,
 * or they are too far apart.
 */
export function textBetween(text: string, end: number, start: number): string | null {
  const from = gapEnd(text, end);
  if (from < 0 || start - from > REACH) return null;
  const between = text.slice(Math.min(from, start), start);
  return BLOCK_EDGE.test(between) ? null : between;
}
