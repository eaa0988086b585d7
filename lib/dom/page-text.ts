import type { Span } from '@/lib/model/span';
import { type Block, type BoundaryPoint, boundariesOf, lastAtOrBelow } from './block';
import { unselectableIn } from './unselectable';

/** What stands between two blocks in the text of a page. */
const BLOCK_BREAK = '\n';

/**
 * The text of a whole page as anchors know it: the blocks in page order, joined by BLOCK_BREAK, without what
 * no selection shows. A snapshot: it does not follow the page.
 */
export class PageText {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly index = new Map<Text, number>();
  /** What is left out of each block that has such. */
  private readonly cuts = new Map<Block, Span[]>();

  constructor(private readonly blocks: readonly Block[]) {
    let at = 0;
    const texts = blocks.map((block, i) => {
      const text = this.shownOf(block);
      this.starts.push(at);
      at += text.length + BLOCK_BREAK.length;
      for (const node of block.nodes) this.index.set(node, i);
      return text;
    });
    this.text = texts.join(BLOCK_BREAK);
  }

  private shownOf(block: Block): string {
    const cuts = unselectableIn(block);
    if (cuts.length === 0) return block.text;
    this.cuts.set(block, cuts);
    return cuts.reduceRight(
      (text, { start, end }) => text.slice(0, start) + text.slice(end),
      block.text,
    );
  }

  /** The offset in what is shown of a block of one in the block. */
  private shownOffset(block: Block, offset: number): number {
    const cuts = this.cuts.get(block) ?? [];
    return cuts.reduce(
      (at, { start, end }) => at - Math.max(0, Math.min(offset, end) - start),
      offset,
    );
  }

  /** The other way: the offset in a block of one in what is shown of it. */
  private blockOffset(block: Block, offset: number): number {
    const cuts = this.cuts.get(block) ?? [];
    return cuts.reduce((at, { start, end }) => (start <= at ? at + end - start : at), offset);
  }

  /** The offset in the page's text of a place in a text node; null when the node was not read. */
  offsetOf(place: BoundaryPoint): number | null {
    const i = this.index.get(place.node);
    if (i === undefined) return null;
    const block = this.blocks[i] as Block;
    const piece = block.nodes.indexOf(place.node);
    const offset = (block.starts[piece] as number) + place.offset;
    return (this.starts[i] as number) + this.shownOffset(block, offset);
  }

  /** The part of a span that lies in each block it touches, in that block's own offsets. */
  parts(span: Span): { block: Block; span: Span }[] {
    const parts: { block: Block; span: Span }[] = [];
    for (let i = Math.max(0, lastAtOrBelow(this.starts, span.start)); i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      const base = this.starts[i] as number;
      if (base >= span.end) break;
      const start = Math.max(0, span.start - base);
      const length = this.shownOffset(block, block.text.length);
      const end = Math.min(length, span.end - base);
      if (start >= end) continue;
      const last = this.blockOffset(block, end - 1);
      parts.push({ block, span: { start: this.blockOffset(block, start), end: last + 1 } });
    }
    return parts;
  }

  /** The boundary points of each part of a span. */
  places(span: Span): { start: BoundaryPoint; end: BoundaryPoint }[] {
    return this.parts(span).map((part) => boundariesOf(part.block, part.span));
  }
}
