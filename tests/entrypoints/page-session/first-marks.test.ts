import { beforeEach, expect, test, vi } from 'vitest';
import { type FirstsOptions, firstMarks } from '@/entrypoints/page-session/first-marks';
import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';

const ENTITIES: Record<string, string> = { 山西省: 'CN-SX', 山西: 'CN-SX', 浙江: 'CN-ZJ' };
let marks: Map<Block, Mark[]>;
const isSeen = vi.fn((_: Mark) => true);

/** A block of names, each of them marked. */
function block(text: string): Block {
  const made: Block = { text, nodes: [], starts: [] };
  const found = text.matchAll(/山西省|山西|浙江/g);
  marks.set(
    made,
    [...found].map(({ 0: word, index }, id) => ({
      ...{ id, block: made },
      mention: {
        ...{ start: index, end: index + word.length, entity: ENTITIES[word] ?? '' },
        ...{ kind: 'division' as const, rivals: [], reasons: [] },
      },
    })),
  );
  return made;
}

function firsts(blocks: Block[], options: Partial<FirstsOptions> = {}): string[] {
  const marksOf = (each: Block) => marks.get(each) ?? [];
  const chosen = firstMarks(blocks, {
    ...{ headings: new Set<Block>(), home: null, marksOf, isSeen },
    ...options,
  });
  return blocks.flatMap((each, nth) =>
    marksOf(each)
      .filter((mark) => chosen.has(mark))
      .map(({ mention }) => `${each.text.slice(mention.start, mention.end)}@${nth}`),
  );
}

beforeEach(() => {
  marks = new Map();
  isSeen.mockReset().mockReturnValue(true);
});

test('each name is new once a section, a longer form once more', () => {
  const blocks = [block('山西'), block('山西省'), block('山西与浙江'), block('浙江、山西')];
  const [, , , heading] = blocks as [Block, Block, Block, Block];
  expect(firsts(blocks)).toEqual(['山西@0', '山西省@1', '浙江@2']);
  const headings = new Set([heading]);
  expect(firsts(blocks, { headings })).toEqual([
    ...['山西@0', '山西省@1', '浙江@2', '浙江@3', '山西@3'],
  ]);
  expect(firsts(blocks, { headings, home: 'CN-SX' })).toEqual([
    ...['山西@0', '山西省@1', '浙江@2', '浙江@3'],
  ]);
});

test('what is hidden and what is shown have firsts of their own', () => {
  const blocks = [block('浙江'), block('浙江'), block('浙江'), block('浙江')];
  isSeen.mockImplementation(({ block: of }) => of !== blocks[0] && of !== blocks[2]);
  expect(firsts(blocks)).toEqual(['浙江@0', '浙江@1']);
});

test('only where an entity is named again is it asked what of it is seen', () => {
  firsts([block('山西'), block('浙江')]);
  expect(isSeen).not.toHaveBeenCalled();
  firsts([block('山西'), block('浙江'), block('浙江')]);
  expect(isSeen).toHaveBeenCalledTimes(2);
});

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
