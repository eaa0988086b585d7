import type { Span } from '@/lib/model/span';
import type { Blocks } from './anchor-pages';
import type { Chance } from './anchor-random';

/** One character of a page under edit, `quoted` going with it wherever it is moved. */
export interface Cell {
  text: string;
  /** Its pinyin in brackets, or ''. */
  gloss: string;
  quoted: boolean;
}

/** A page whose every character knows whether it belongs to the quote: block by block. */
export type TrackedPage = Cell[][];

/** Where the quote is in the text of a page. */
export interface Tracked {
  text: string;
  /** Null when nothing of it is left. */
  span: Span | null;
}

const CHARACTER = /(\p{Script=Han})(\([a-zà-ǜ]{1,6}\))|[\s\S]/gu;

/** The cells of a text: a character with its gloss is one. */
export function cellsOf(text: string, quoted: boolean): Cell[] {
  return [...text.matchAll(CHARACTER)].map((found) => ({
    text: found[1] ?? found[0],
    gloss: found[2] ?? '',
    quoted,
  }));
}

export function track(blocks: Blocks): TrackedPage {
  return blocks.map((block) => cellsOf(block, false));
}

/** Copies a page, so that an edit leaves the one it came from. */
export function copy(page: TrackedPage): TrackedPage {
  return page.map((block) => block.map((cell) => ({ ...cell })));
}

/** Block indices from the first to the last that holds a part of the quote. */
export function quotedBlocks(page: TrackedPage): { first: number; last: number } {
  const held = page.map((block) => block.some((cell) => cell.quoted));
  return { first: held.indexOf(true), last: held.lastIndexOf(true) };
}

/** The page's text, blocks joined as lib/dom joins them, and the quote's span in it. */
export function readTracked(page: TrackedPage): Tracked {
  let text = '';
  let start = -1;
  let end = -1;
  page.forEach((block, index) => {
    if (index > 0) text += '\n';
    for (const cell of block) {
      if (cell.quoted && start < 0) start = text.length;
      text += cell.text;
      text += cell.gloss;
      if (cell.quoted) end = text.length;
    }
  });
  return { text, span: start < 0 ? null : { start, end } };
}

/** How much a reader selects: a word, a phrase, a sentence or two, a block, or several. */
export type Selection = 'word' | 'phrase' | 'sentence' | 'block' | 'long';

/** Readers keep what says something: mostly phrases, sentences and paragraphs. */
export const SELECTIONS: readonly Selection[] = [
  'word',
  'phrase',
  'phrase',
  'sentence',
  'sentence',
  'block',
  'block',
  'long',
];

const LENGTHS: Record<Exclude<Selection, 'block' | 'long'>, [number, number]> = {
  word: [2, 6],
  phrase: [7, 24],
  sentence: [25, 120],
};

/** Marks a random passage of the page as the quote; false where the page has none of that size. */
export function select(chance: Chance, page: TrackedPage, kind: Selection): boolean {
  const filled = page.map((_, index) => index).filter((index) => page[index]!.length > 1);
  if (kind === 'block' || kind === 'long') {
    const count = kind === 'block' ? 1 : chance.int(4, 20);
    const first = chance.pick(filled);
    const blocks = page.slice(first, first + count);
    for (const block of blocks) for (const cell of block) cell.quoted = true;
    return blocks.length > 0;
  }
  const length = chance.int(...LENGTHS[kind]);
  const first = chance.pick(filled);
  const cells = page.slice(first).flat();
  const offset = chance.int(0, page[first]!.length - 1);
  const chosen = cells.slice(offset, offset + length);
  if (chosen.length < length || chosen.every((cell) => cell.text.trim() === '')) return false;
  for (const cell of chosen) cell.quoted = true;
  return true;
}

/** The characters of a text that a reader would count: no spaces, no glosses. */
export function charactersOf(text: string): string {
  return text.replace(/\([a-zà-ǜ]{1,6}\)|[\s\u200b]/gu, '');
}
