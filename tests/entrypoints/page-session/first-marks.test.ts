import { expect, test } from 'vitest';
import { firstMarks } from '@/entrypoints/page-session/first-marks';
import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';

const NAME = '一网通办';

/** The places in their blocks of the marks painted first, and how many were looked at for it. */
function firstsOf(texts: string[], isSeen: (mark: Mark) => boolean) {
  let id = 0;
  const blocks: Block[] = texts.map((text) => ({ text, nodes: [], starts: [] }));
  const marks = new Map(
    blocks.map((block) => [
      block,
      [...block.text.matchAll(new RegExp(NAME, 'g'))].map(({ index }): Mark => {
        const span = { start: index, end: index + NAME.length };
        const mention = { ...span, entity: 'CN/x', kind: 'concept' as const };
        return { id: ++id, block, mention: { ...mention, rivals: [], reasons: [] } };
      }),
    ]),
  );
  let looks = 0;
  const firsts = firstMarks(blocks, {
    headings: new Set(),
    home: null,
    marksOf: (block) => marks.get(block) ?? [],
    isSeen: (mark) => {
      looks++;
      return isSeen(mark);
    },
  });
  const found = [...firsts].map(({ block, mention }) => [blocks.indexOf(block), mention.start]);
  return { found, looks };
}

test('a paragraph that names one thing over and over is looked at once', () => {
  expect(firstsOf([NAME.repeat(5_000)], () => true)).toEqual({ found: [[0, 0]], looks: 1 });
});

test('of the hidden and of the shown the first is marked, in the same block too', () => {
  const isSeen = ({ block, mention }: Mark) => block.text !== NAME && mention.start > 0;
  const { found } = firstsOf([NAME, `${NAME}，${NAME}，${NAME}`, `又说${NAME}`], isSeen);
  expect(found).toEqual([
    [0, 0],
    [1, 5],
  ]);
});
