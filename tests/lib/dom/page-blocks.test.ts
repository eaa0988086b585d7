import { expect, test } from 'vitest';
import type { Block } from '@/lib/dom/block';
import { PageBlocks } from '@/lib/dom/page-blocks';

/** A text node, as far as it is told apart, measured and compared here. */
class Node {
  isConnected = true;
  constructor(public data: string) {}
  get length() {
    return this.data.length;
  }
}

function blockOf(...nodes: Node[]): Block {
  let at = 0;
  const starts = nodes.map(({ length }) => {
    at += length;
    return at - length;
  });
  const text = nodes.map(({ data }) => data).join('');
  return { text, nodes: nodes as unknown as Text[], starts };
}

function read(...nodes: Node[]) {
  const blocks = new PageBlocks();
  const { block } = blocks.adopt(blockOf(...nodes));
  return { blocks, block };
}

test('what has not changed since it was read stays as it is', () => {
  const nodes = [new Node('浙江'), new Node('浙江省')];
  const { blocks, block } = read(...nodes);
  expect(blocks.sweep()).toEqual([]);
  expect(blocks.adopt(blockOf(...nodes))).toEqual({ block, fresh: false, gone: [] });
});

test.each([
  ['shorter', '浙'],
  ['longer by what follows it', '浙江浙江'],
  ['other', '广东'],
  ['empty', ''],
])('a text that is %s than it was is to be read again', (_, data) => {
  const first = new Node('浙江');
  const { blocks, block } = read(first, new Node('浙江省'));
  first.data = data;
  expect(blocks.sweep()).toEqual([block]);
  expect(blocks.of(first as unknown as Text)).toBeUndefined();
});

test('a block that lost any of its nodes is gone with all of them', () => {
  const nodes = [new Node('浙江'), new Node('省')] as const;
  const { blocks, block } = read(...nodes);
  nodes[1].isConnected = false;
  expect(blocks.sweep()).toEqual([block]);
  expect(nodes.map((node) => blocks.of(node as unknown as Text))).toEqual([undefined, undefined]);
});

test('a block that takes nodes from others makes those go, with the nodes it leaves', () => {
  const [a, b, c] = [new Node('浙'), new Node('里'), new Node('办')];
  const blocks = new PageBlocks();
  const first = blocks.adopt(blockOf(a, b)).block;
  const second = blocks.adopt(blockOf(c)).block;
  const joined = blocks.adopt(blockOf(b, c));
  expect(joined).toEqual({ block: joined.block, fresh: true, gone: [first, second] });
  expect(blocks.of(a as unknown as Text)).toBeUndefined();
  expect(blocks.of(b as unknown as Text)).toBe(joined.block);
});
