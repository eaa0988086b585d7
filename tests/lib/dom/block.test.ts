import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, boundariesOf } from '@/lib/dom/block';
import { MarkIndex } from '@/lib/dom/mark-index';
import { PageText } from '@/lib/dom/page-text';

/** A block of nodes with the given data; nodes are only told apart and measured here. */
function blockOf(...data: string[]): Block {
  const nodes = data.map((each) => ({ data: each, length: each.length }) as Text);
  let at = 0;
  const starts = data.map((each) => {
    const start = at;
    at += each.length;
    return start;
  });
  return { text: data.join(''), nodes, starts };
}

const mention = (start: number, end: number) => ({
  start,
  end,
  entity: 'CN-ZJ',
  kind: 'division' as const,
  rivals: [],
  reasons: [],
});

test('a span cut by tags begins and ends in the nodes that hold its first and last unit', () => {
  const block = blockOf('“浙', '里', '办”');
  expect(boundariesOf(block, { start: 1, end: 4 })).toEqual({
    start: { node: block.nodes[0], offset: 1 },
    end: { node: block.nodes[2], offset: 1 },
  });
  expect(boundariesOf(block, { start: 2, end: 3 })).toEqual({
    start: { node: block.nodes[1], offset: 0 },
    end: { node: block.nodes[1], offset: 1 },
  });
});

test('a mark is found from every node it runs through, at its edges too, and not beyond', () => {
  const block = blockOf('在浙', '江', '省，');
  const mark = { id: 1, block, mention: mention(1, 4) };
  const index = new MarkIndex();
  index.set(block, [mark]);
  const found = (node: number, offset: number) =>
    index.touching({ node: block.nodes[node] as Text, offset }).length;
  expect([
    found(0, 0),
    found(0, 1),
    found(0, 2),
    found(1, 0),
    found(1, 1),
    found(2, 1),
    found(2, 2),
  ]).toEqual([0, 1, 1, 1, 1, 1, 0]);
  index.set(block, []);
  expect(index.isEmpty).toBe(true);
});

test('where one mark ends and the next begins both are offered', () => {
  const block = blockOf('浙江广东');
  const marks = [mention(0, 2), mention(2, 4)].map((each, id) => ({ id, block, mention: each }));
  const index = new MarkIndex();
  index.set(block, marks);
  const ids = index.touching({ node: block.nodes[0] as Text, offset: 2 }).map(({ id }) => id);
  expect(ids.toSorted()).toEqual([0, 1]);
});

test('any span of a page’s text comes back as the same text from the nodes', () => {
  const pieces = fc.array(fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), fc.array(fc.nat()), (data, a, b, left) => {
      const blocks = data.map((each) => blockOf(...each));
      const nodes = blocks.flatMap((block) => block.nodes);
      const without = new Set(left.map((i) => nodes[i % nodes.length] as Text));
      const page = new PageText(blocks, without);
      expect(page.text.replaceAll('\n', '')).toBe(
        nodes
          .flatMap((node) => (without.has(node) ? [] : [node.data]))
          .join('')
          .replaceAll('\n', ''),
      );
      fc.pre(page.text !== '');
      const start = a % page.text.length;
      const end = start + 1 + (b % (page.text.length - start));
      const parts = page.parts({ start, end });
      const text = parts
        .map(({ block, span }) => block.text.slice(span.start, span.end))
        .join('\n');
      expect(text.replaceAll('\n', '')).toBe(page.text.slice(start, end).replaceAll('\n', ''));
      for (const { block, span } of parts) {
        const places = boundariesOf(block, span);
        const base = page.offsetOf(places.start);
        const last = page.offsetOf(places.end);
        expect(last).toBe((base ?? 0) + span.end - span.start);
      }
    }),
  );
});
