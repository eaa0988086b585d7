import { type Block, sameBlock } from './block';
import { nodeTypeOf, shadowRootOf, walkerOver } from './dom-members';
import { TEXT_NODE } from './node-types';

/**
 * Which block each text node of the page belongs to: the memory that lets a second reading touch
 * only what has changed. A node is in one block at most.
 */
export class PageBlocks {
  private readonly owners = new Map<Text, Block>();

  /**
   * Takes in a block that was read. If the same nodes held the same text before, the block known
   * since then stays; else the blocks that any of its nodes belonged to are gone.
   */
  adopt(read: Block): { block: Block; fresh: boolean; gone: Block[] } {
    const known = this.owners.get(read.nodes[0] as Text);
    if (known && sameBlock(known, read)) return { block: known, fresh: false, gone: [] };
    const gone: Block[] = [];
    for (const node of read.nodes) {
      const block = this.forget(node);
      if (block) gone.push(block);
    }
    for (const node of read.nodes) this.owners.set(node, read);
    return { block: read, fresh: true, gone };
  }

  /** Forgets the block a node belongs to, with all its nodes; null when it belongs to none. */
  forget(node: Text): Block | null {
    const block = this.owners.get(node);
    if (!block) return null;
    for (const member of block.nodes) this.owners.delete(member);
    return block;
  }

  /** Forgets every block that has lost a node or changed its text, and returns those. */
  sweep(): Block[] {
    const gone: Block[] = [];
    for (const [node, block] of this.owners) {
      if (node === block.nodes[0] && !isCurrent(block)) gone.push(block);
    }
    for (const block of gone) this.forget(block.nodes[0] as Text);
    return gone;
  }

  /** The block a text node belongs to. */
  of(node: Text): Block | undefined {
    return this.owners.get(node);
  }

  clear(): void {
    this.owners.clear();
  }

  /** The blocks in the order of the page, or the first so many: text nodes are walked, nothing is read. */
  inOrder(root: Node, most = Number.POSITIVE_INFINITY): Block[] {
    const blocks: Block[] = [];
    const walks = [textWalker(root)];
    for (let walk = walks[0]; walk && blocks.length < most; walk = walks[walks.length - 1]) {
      const node = walk.nextNode();
      if (!node) {
        walks.pop();
      } else if (nodeTypeOf(node) === TEXT_NODE) {
        const block = this.owners.get(node as Text);
        if (block && block.nodes[0] === node) blocks.push(block);
      } else {
        const shadow = shadowRootOf(node as Element);
        if (shadow) walks.push(textWalker(shadow));
      }
    }
    return blocks;
  }
}

function textWalker(root: Node): TreeWalker {
  return walkerOver(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
}

function isCurrent(block: Block): boolean {
  return block.nodes.every((node, i) => {
    const start = block.starts[i] as number;
    const end = block.starts[i + 1] ?? block.text.length;
    return (
      node.isConnected && node.length === end - start && block.text.startsWith(node.data, start)
    );
  });
}
