import type { Span } from '@/lib/model/span';
import { type Block, type BoundaryPoint, boundariesOf, lastAtOrBelow } from './block';

/** What stands between two blocks in the text of a page. */
const BLOCK_BREAK = '\n';

/**
 * The text of a whole page as anchors know it: the blocks in page order, joined by BLOCK_BREAK.
 * A snapshot: it does not follow the page.
 */
export class PageText {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly index = new Map<Text, number>();

  constructor(private readonly blocks: readonly Block[]) {
    let at = 0;
    blocks.forEach((block, i) => {
      this.starts.push(at);
      at += block.text.length + BLOCK_BREAK.length;
      for (const node of block.nodes) this.index.set(node, i);
    });
    this.text = blocks.map((block) => block.text).join(BLOCK_BREAK);
  }

  /** The offset in the page's text of a place in a text node; null when the node was not read. */
  offsetOf(place: BoundaryPoint): number | null {
    const i = this.index.get(place.node);
    if (i === undefined) return null;
    const block = this.blocks[i] as Block;
    const piece = block.nodes.indexOf(place.node);
    return (this.starts[i] as number) + (block.starts[piece] as number) + place.offset;
  }

  /** The part of a span that lies in each block it touches, in that block's own offsets. */
  parts(span: Span): { block: Block; span: Span }[] {
    const parts: { block: Block; span: Span }[] = [];
    for (let i = Math.max(0, lastAtOrBelow(this.starts, span.start)); i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      const base = this.starts[i] as number;
      if (base >= span.end) break;
      const start = Math.max(0, span.start - base);
      const end = Math.min(block.text.length, span.end - base);
      if (start < end) parts.push({ block, span: { start, end } });
    }
    return parts;
  }

  /** The boundary points of each part of a span. */
  places(span: Span): { start: BoundaryPoint; end: BoundaryPoint }[] {
    return this.parts(span).map((part) => boundariesOf(part.block, part.span));
  }
}
