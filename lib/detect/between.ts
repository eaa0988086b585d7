import { gapEnd } from '@/lib/text/noise';

const BLOCK_EDGE = /\n\s*\n/;

/**
 * What stands between the end of one name and the start of the next, without the glosses of the
 * former's last character; null where a block ends between them.
 */
export function textBetween(text: string, end: number, start: number): string | null {
  const from = gapEnd(text, end);
  if (from < 0) return null;
  const between = text.slice(Math.min(from, start), start);
  return BLOCK_EDGE.test(between) ? null : between;
}
