import type { Span } from '@/lib/model/span';
import { type Block, lastAtOrBelow } from './block';
import { rectsBetween } from './geometry';

/** Room between two characters, in parts of their height, from which they read as two words. */
const WORD_GAP = 0.5;

/**
 * Where a span that runs over several elements is visibly torn: links of a menu with room between
 * them, boxes set apart by margins. Offsets in the block's text, ascending; nearly always none.
 * Only what is laid out can tell, so this is asked of the few names that cross an element's edge.
 */
export function tornAt(block: Block, span: Span): number[] {
  const first = lastAtOrBelow(block.starts, span.start);
  const last = lastAtOrBelow(block.starts, span.end - 1);
  if (first === last) return [];
  const torn: number[] = [];
  let before: DOMRect | null = null;
  let wasLetter = false;
  for (let piece = first; piece <= last; piece++) {
    const base = block.starts[piece] as number;
    const node = block.nodes[piece] as Text;
    const text = node.data.slice(Math.max(0, span.start - base), span.end - base);
    if (!/\S/.test(text)) continue;
    const from = Math.max(0, span.start - base) + (text.length - text.trimStart().length);
    const to = Math.max(0, span.start - base) + text.trimEnd().length;
    const [head] = rectsBetween({ node, offset: from }, { node, offset: from + 1 });
    // Letters set one by one stand as far apart as whoever made the page likes.
    const isLetter = node.data.trim().length === 1;
    if (before && head && isApart(before, head) && !(isLetter && wasLetter)) torn.push(base + from);
    wasLetter = isLetter;
    before = rectsBetween({ node, offset: to - 1 }, { node, offset: to }).at(-1) ?? null;
  }
  return torn;
}

/** True when two characters stand on one line with room for a word between them. */
function isApart(before: DOMRect, after: DOMRect): boolean {
  const onOneLine = before.top < after.bottom && after.top < before.bottom;
  return onOneLine && after.left - before.right > WORD_GAP * Math.min(before.height, after.height);
}
