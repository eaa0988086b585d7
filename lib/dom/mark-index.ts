import type { Mention } from '@/lib/model/mention';
import { type Block, type BoundaryPoint, lastAtOrBelow } from './block';
import { containsNode } from './dom-members';

/**
 * A mention on the page; its span is in the block's text. It stays the same mark, with a card open on
 * it, when the page draws its words anew in another block.
 */
export interface Mark {
  /** Unlike that of any other mark of the page, earlier ones included. */
  readonly id: number;
  readonly block: Block;
  readonly mention: Mention;
}

/** The marked stretches of one text node, in offsets of its data; parallel, ascending arrays. */
interface NodeMarks {
  starts: number[];
  ends: number[];
  marks: Mark[];
}

/**
 * Finds the mark at a place in a text node. Plain numbers in sorted arrays: reading offsets off
 * range objects costs a hundred times more on a page with one huge text node.
 */
export class MarkIndex {
  private readonly nodes = new Map<Text, NodeMarks>();

  get isEmpty(): boolean {
    return this.nodes.size === 0;
  }

  /** Puts these in place of the marks of a block; they are sorted and do not overlap. */
  set(block: Block, marks: readonly Mark[]): void {
    for (const node of block.nodes) this.nodes.delete(node);
    for (const mark of marks) {
      const { start, end } = mark.mention;
      const first = lastAtOrBelow(block.starts, start);
      const last = lastAtOrBelow(block.starts, end - 1);
      for (let piece = first; piece <= last; piece++) {
        const base = block.starts[piece] as number;
        const pieceEnd = block.starts[piece + 1] ?? block.text.length;
        this.put(
          block.nodes[piece] as Text,
          Math.max(start, base) - base,
          Math.min(end, pieceEnd) - base,
          mark,
        );
      }
    }
  }

  /**
   * The marks whose stretch holds or touches the place: one, or two where one ends and the next
   * begins. A caret can sit behind the last character of a mark, so both edges count.
   */
  touching({ node, offset }: BoundaryPoint): Mark[] {
    const entry = this.nodes.get(node);
    if (!entry) return [];
    const last = lastAtOrBelow(entry.starts, offset);
    const found: Mark[] = [];
    for (let i = last; i >= 0 && i >= last - 1; i--) {
      if ((entry.ends[i] as number) >= offset) found.push(entry.marks[i] as Mark);
    }
    return found;
  }

  /** The marked text nodes that are children of one of the elements. */
  within(parents: ReadonlySet<Element>): Text[] {
    return [...this.nodes.keys()].filter(
      ({ parentElement }) => parentElement !== null && parents.has(parentElement),
    );
  }

  /** The marked text nodes anywhere in an element. */
  inside(element: Element): Text[] {
    return [...this.nodes.keys()].filter((node) => containsNode(element, node));
  }

  /** All marks of a text node. */
  marksOf(node: Text): readonly Mark[] {
    return this.nodes.get(node)?.marks ?? [];
  }

  private put(node: Text, start: number, end: number, mark: Mark): void {
    let entry = this.nodes.get(node);
    if (!entry) {
      entry = { starts: [], ends: [], marks: [] };
      this.nodes.set(node, entry);
    }
    entry.starts.push(start);
    entry.ends.push(end);
    entry.marks.push(mark);
  }
}
