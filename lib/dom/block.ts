import type { Span } from '@/lib/model/span';

/**
 * A stretch of text between two block edges: one string and the text nodes it is made of. Every
 * node is in it whole, so an offset in the text is an offset in a node's data plus that node's start.
 */
export interface Block {
  /** The nodes' data, joined; white space as it is in the source. UTF-16 units. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's data begins in `text`; ascending, same length as `nodes`. */
  readonly starts: readonly number[];
  /** Code, a formula, or what can be edited: kept with a passage that runs over it, never read for names. */
  readonly isVerbatim?: true;
  /** It goes on in the line of the block that ends with that node: what stands between the two. */
  readonly joint?: Joint;
}

export interface Joint {
  readonly after: Text;
  readonly by: '' | ' ';
}

/** A place in a text node: a DOM boundary point. */
export interface BoundaryPoint {
  node: Text;
  offset: number;
}

/** Index of the last element of the ascending `starts` that is not above `offset`; -1 before all. */
export function lastAtOrBelow(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function boundaryAt(block: Block, piece: number, offset: number): BoundaryPoint {
  return { node: block.nodes[piece] as Text, offset: offset - (block.starts[piece] as number) };
}

/**
 * The boundary points of a non-empty span of the block's text, each in the node that holds the
 * unit at that edge: a span that ends with a node's last unit ends in that node, not in the next.
 */
export function boundariesOf(
  block: Block,
  span: Span,
): { start: BoundaryPoint; end: BoundaryPoint } {
  const first = lastAtOrBelow(block.starts, span.start);
  const last = lastAtOrBelow(block.starts, span.end - 1);
  return { start: boundaryAt(block, first, span.start), end: boundaryAt(block, last, span.end) };
}

/** True while the words of a non-empty span of the block's text still stand in the nodes they were read from. */
export function isStanding(block: Block, { start, end }: Span): boolean {
  const { nodes, starts, text } = block;
  const last = lastAtOrBelow(starts, end - 1);
  for (let i = lastAtOrBelow(starts, start); i <= last; i++) {
    const node = nodes[i] as Text;
    const base = starts[i] as number;
    const from = Math.max(start, base);
    const words = text.slice(from, Math.min(end, starts[i + 1] ?? text.length));
    if (!node.isConnected || !node.data.startsWith(words, from - base)) return false;
  }
  return true;
}

/** True when both blocks are the same nodes with the same text: nothing to read again. */
export function sameBlock(a: Block, b: Block): boolean {
  if (a.nodes.length !== b.nodes.length || a.text !== b.text) return false;
  if (a.joint?.after !== b.joint?.after || a.joint?.by !== b.joint?.by) return false;
  for (let i = 0; i < a.nodes.length; i++) if (a.nodes[i] !== b.nodes[i]) return false;
  return true;
}
