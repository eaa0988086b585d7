/** Edits of a tracked page, as the editors of a news site make them. */
import * as OpenCC from 'opencc-js';
import { type Corpus, glossed } from './anchor-pages';
import type { Chance } from './anchor-random';
import { type Cell, cellsOf, quotedBlocks, type TrackedPage } from './anchor-track';

/** An edit changes the page in place and answers how many characters it changed at the quote's edges. */
export type Edit = (chance: Chance, page: TrackedPage, corpus: Corpus) => EdgeSlack;

/**
 * Where an edit replaces the quote's own first or last characters, nobody can say whether the new
 * ones belong to it: as many characters as were replaced there are let pass at that edge. Else 0.
 */
export interface EdgeSlack {
  start: number;
  end: number;
}
const NONE: EdgeSlack = { start: 0, end: 0 };

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

function sentence(chance: Chance, corpus: Corpus): string {
  return chance.pick(chance.pick(corpus.divisions).zh);
}

/** Some characters from the middle of a sentence, in place of a word. */
function words(chance: Chance, corpus: Corpus, length: number): string {
  const from = sentence(chance, corpus);
  const at = chance.int(0, Math.max(0, from.length - length));
  return [...from.slice(at, at + length)].join('');
}

interface Spot {
  block: number;
  index: number;
}

function spots(page: TrackedPage, wanted: (cell: Cell) => boolean): Spot[] {
  return page.flatMap((block, b) =>
    block.flatMap((cell, index) => (wanted(cell) ? [{ block: b, index }] : [])),
  );
}

/** Replaces, deletes or inserts 1 to 4 characters among those `near` gives, `times` times. */
function changeNear(
  chance: Chance,
  page: TrackedPage,
  corpus: Corpus,
  near: (page: TrackedPage) => Spot[],
): void {
  for (let times = chance.int(1, 5); times > 0; times--) {
    const places = near(page);
    if (places.length === 0) return;
    const { block, index } = chance.pick(places);
    const row = page[block]!;
    let removed = chance.flip(0.75) ? chance.int(1, 4) : 0;
    while (removed > 0 && row.slice(index, index + removed).some((cell) => cell.quoted)) removed--;
    const added = removed === 0 || chance.flip(0.7) ? words(chance, corpus, chance.int(1, 4)) : '';
    row.splice(index, removed, ...cellsOf(added, false));
  }
}

const REACH = 80;
const HEADING_CHARACTERS = 16;

function spotsBefore(page: TrackedPage): Spot[] {
  const all = spots(page, () => true);
  const first = all.findIndex(({ block, index }) => page[block]![index]!.quoted);
  return all.slice(Math.max(0, first - REACH), first);
}

function spotsAfter(page: TrackedPage): Spot[] {
  const all = spots(page, () => true);
  const last = all.findLastIndex(({ block, index }) => page[block]![index]!.quoted);
  return all.slice(last + 1, last + 1 + REACH);
}

export const wordsBefore: Edit = (chance, page, corpus) => {
  changeNear(chance, page, corpus, spotsBefore);
  return NONE;
};

export const wordsAfter: Edit = (chance, page, corpus) => {
  changeNear(chance, page, corpus, spotsAfter);
  return NONE;
};

export const wordsAround: Edit = (chance, page, corpus) => {
  changeNear(chance, page, corpus, spotsBefore);
  changeNear(chance, page, corpus, spotsAfter);
  return NONE;
};

/** Changes up to a fifth of the quote's characters, at least one, by words of 1 to 4. */
export const wordsInside: Edit = (chance, page, corpus) => {
  const total = spots(page, (cell) => cell.quoted).length;
  const slack = { start: 0, end: 0 };
  for (let budget = Math.floor(total / 5); budget > 0; ) {
    const places = spots(page, (cell) => cell.quoted);
    const nth = chance.int(0, places.length - 1);
    const { block, index } = places[nth]!;
    const row = page[block]!;
    const length = Math.min(budget, chance.int(1, 4));
    let removed = nth === 0 || chance.flip(0.75) ? length : 0;
    while (removed > 1 && row.slice(index, index + removed).some((cell) => !cell.quoted)) removed--;
    removed = Math.min(removed, row.length - index);
    const added = removed === 0 || chance.flip(0.7) ? words(chance, corpus, length) : '';
    const size = Math.max(added.length, removed);
    if (nth === 0) slack.start += size;
    if (nth + removed >= places.length) slack.end += size;
    row.splice(index, removed, ...cellsOf(added, true));
    budget -= length;
    if (chance.flip(0.1)) break;
  }
  return slack;
};

export const insertParagraphs: Edit = (chance, page, corpus) => {
  for (let times = chance.int(1, 3); times > 0; times--) {
    const { first, last } = quotedBlocks(page);
    const at = chance.flip() ? chance.int(0, first) : chance.int(last + 1, page.length);
    page.splice(at, 0, cellsOf(sentence(chance, corpus) + sentence(chance, corpus), false));
  }
  return NONE;
};

export const deleteParagraphs: Edit = (chance, page) => {
  for (let times = chance.int(1, 3); times > 0; times--) {
    const others = page.flatMap((block, at) => (block.some((cell) => cell.quoted) ? [] : [at]));
    if (others.length > 1) page.splice(chance.pick(others), 1);
  }
  return NONE;
};

export const moveOthers: Edit = (chance, page) => {
  for (let times = chance.int(1, 3); times > 0; times--) {
    const others = page.flatMap((block, at) => (block.some((cell) => cell.quoted) ? [] : [at]));
    if (others.length < 2) return NONE;
    const moved = page.splice(chance.pick(others), 1);
    const { first, last } = quotedBlocks(page);
    const at = chance.flip() ? chance.int(0, first) : chance.int(last + 1, page.length);
    page.splice(at, 0, ...moved);
  }
  return NONE;
};

/** Moves the quote's blocks; a heading goes with what stands under it. */
export const moveQuote: Edit = (chance, page) => {
  const { first, last } = quotedBlocks(page);
  const isHeading = page.slice(first, last + 1).flat().length < HEADING_CHARACTERS;
  const moved = page.splice(first, last - first + 1 + Number(isHeading));
  page.splice(chance.int(0, page.length), 0, ...moved);
  return NONE;
};

/** Writes each block anew, character for character, keeping which belong to the quote. */
function rewrite(page: TrackedPage, write: (text: string) => string): void {
  page.forEach((block, at) => {
    const written = [...write(block.map((cell) => cell.text).join(''))];
    if (written.length !== block.length) return;
    page[at] = block.map((cell, index) => ({ ...cell, text: written[index]! }));
  });
}

export const convertScript: Edit = (_, page) => {
  const text = page
    .flat()
    .map((cell) => cell.text)
    .join('');
  rewrite(page, toTraditional(text) === text ? toSimplified : toTraditional);
  return NONE;
};

export const addGlosses: Edit = (chance, page) => {
  for (const block of page) {
    for (const cell of block) {
      cell.gloss ||= glossed(chance, cell.text).slice(cell.text.length);
    }
  }
  return NONE;
};

export const removeGlosses: Edit = (_, page) => {
  for (const block of page) for (const cell of block) cell.gloss = '';
  return NONE;
};

const SPACES = [' ', '\u3000', '\u00a0', '\u200b'];

/** Takes spaces away and puts some in; they belong to the quote when both their sides do. */
export const changeSpace: Edit = (chance, page) => {
  page.forEach((block, at) => {
    const kept = block.filter((cell) => cell.text !== ' ' || chance.flip());
    const from = kept.length > 0 ? kept : block;
    page[at] = from.flatMap((cell, index) => {
      if (!chance.flip(0.03)) return [cell];
      const quoted = cell.quoted && (from[index + 1]?.quoted ?? false);
      return [cell, ...cellsOf(chance.pick(SPACES), quoted)];
    });
  });
  return NONE;
};

/** Breaks a block in two, as when a paragraph is split. */
export const splitBlocks: Edit = (chance, page) => {
  for (let times = chance.int(1, 4); times > 0; times--) {
    const at = chance.int(0, page.length - 1);
    const block = page[at]!;
    if (block.length < 4) continue;
    const cut = chance.int(1, block.length - 1);
    page.splice(at, 1, block.slice(0, cut), block.slice(cut));
  }
  return NONE;
};

/** Takes the quote away: alone, with its sentence's surroundings, with its blocks, or for other words. */
export const deleteQuote: Edit = (chance, page, corpus) => {
  const { first, last } = quotedBlocks(page);
  const way = chance.int(0, 3);
  if (way === 0) {
    page.splice(first, last - first + 1);
  } else if (way === 1) {
    const from = Math.max(0, first - chance.int(0, 3));
    page.splice(from, last - from + 1 + chance.int(0, 3));
  } else {
    const fill = way === 2 ? '' : sentence(chance, corpus);
    let filled = false;
    for (let at = first; at <= last; at++) {
      page[at] = page[at]!.flatMap((cell) => {
        if (!cell.quoted) return [cell];
        const text = filled ? '' : fill;
        filled = true;
        return cellsOf(text, false);
      });
    }
  }
  return NONE;
};
