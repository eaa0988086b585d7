import type { Span } from '@/lib/model/span';
import { type Block, type BoundaryPoint, boundariesOf, lastAtOrBelow } from './block';

/** What stands between two blocks in the text of a page. */
const BLOCK_BREAK = '\n';
const NONE: ReadonlySet<Text> = new Set();

/** A stretch of a block that stands in the text whole, by where it begins and ends in the block. */
interface Piece extends Span {
  block: Block;
}

/**
 * The text of a whole page as anchors know it: the blocks in page order, joined by BLOCK_BREAK, or by
 * what stands between two that are of one line.
 * A snapshot: it does not follow the page.
 */
export class PageText {
  readonly text: string;
  private readonly pieces: Piece[] = [];
  private readonly starts: number[] = [];
  private readonly index = new Map<Text, number>();

  /** @param without nodes whose text is left out: what the reader did not see in what was selected */
  constructor(blocks: readonly Block[], without: ReadonlySet<Text> = NONE) {
    const texts: string[] = [];
    let at = 0;
    const take = (block: Block, from: number, text: string, nodes: readonly Text[]) => {
      for (const node of nodes) this.index.set(node, this.pieces.length);
      this.pieces.push({ block, start: from, end: from + text.length });
      this.starts.push(at);
      texts.push(text);
      at += text.length;
    };
    let last: Text | undefined;
    for (const block of blocks) {
      const kept = block.nodes.filter((node) => !without.has(node));
      if (kept.length === 0) continue;
      if (texts.length > 0) {
        const { joint } = block;
        const between = joint && joint.after === last ? joint.by : BLOCK_BREAK;
        texts.push(between);
        at += between.length;
      }
      last = kept.at(-1);
      if (kept.length === block.nodes.length) take(block, 0, block.text, kept);
      else for (const node of kept) take(block, startOf(block, node), node.data, [node]);
    }
    this.text = texts.join('');
  }

  /** The offset in the page's text of a place in a text node; null when the node was not read. */
  offsetOf({ node, offset }: BoundaryPoint): number | null {
    const i = this.index.get(node);
    if (i === undefined) return null;
    const { block, start } = this.pieces[i] as Piece;
    return (this.starts[i] as number) + startOf(block, node) - start + offset;
  }

  /** The part of a span that lies in each piece of a block it touches, in that block's own offsets. */
  parts(span: Span): { block: Block; span: Span }[] {
    const parts: { block: Block; span: Span }[] = [];
    const first = Math.max(0, lastAtOrBelow(this.starts, span.start));
    for (let i = first; i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece;
      const { block } = piece;
      const base = this.starts[i] as number;
      if (base >= span.end) break;
      const start = piece.start + Math.max(0, span.start - base);
      const end = Math.min(piece.end, piece.start + span.end - base);
      if (start < end) parts.push({ block, span: { start, end } });
    }
    return parts;
  }

  /** The boundary points of each part of a span. */
  places(span: Span): { start: BoundaryPoint; end: BoundaryPoint }[] {
    return this.parts(span).map((part) => boundariesOf(part.block, part.span));
  }
}

function startOf(block: Block, node: Text): number {
  return block.starts[block.nodes.indexOf(node)] as number;
}
