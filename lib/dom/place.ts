import type { Sign } from './place-signs';

/**
 * Where a text stands on its page: in what the page is read for, in a list of headlines, or in what
 * every page of the site has around it.
 */
export type Place = 'article' | 'headlines' | 'furniture';

/** What is counted of text; UTF-16 units without white space. */
export interface Figures {
  units: number;
  /** Units in links. */
  linked: number;
  links: number;
  /** Links to other sites, not to a text in one. */
  away: number;
  /** Units of blocks that are sentences. */
  prose: number;
  /** Units without links of blocks that are of the site, not of the page. */
  site: number;
  /** Blocks that say who runs the site. */
  imprints: number;
  /** Blocks that are a link and nothing else, as long as a title. */
  headings: number;
  /** Blocks that say at what time something was published. */
  times: number;
}

/** A block-level element with the text in it. Older ones stand before those they hold. */
export interface Container {
  readonly parent: Container | null;
  readonly sign: Sign;
  /** Of the blocks that stand in it directly. */
  readonly own: Figures;
  /** Of all blocks in it; worked out by `judgePage` (main-part), as the rest. */
  total: Figures;
  /** Text in it that is neither linked nor in furniture. */
  body: number;
  /** It is furniture by its name or that of one around it. */
  isFurniture: boolean;
  /** The same, or of what stands beside an article. */
  isBeside: boolean;
  depth: number;
}

/** What is asked of a block. */
export interface BlockSigns extends Figures {
  /** Its text is of the site: imprint, where the reader is. */
  isOfSite: boolean;
  /** It says who runs something: the site, or what an article tells of. */
  isRunBy: boolean;
  /** It heads the page: its text is the title's. */
  isTitle: boolean;
  /** It is in a heading element. */
  isHeading: boolean;
}

/** What a page is, as a whole. */
export interface PageShape {
  /** Holds what the page is read for; null where that is a list, or not to be told. */
  main: Container | null;
  /** The page's title stands somewhere outside furniture. */
  isTitleShown: boolean;
  /** All text of the page. */
  units: number;
}

export const NO_FIGURES: Figures = {
  units: 0,
  linked: 0,
  links: 0,
  away: 0,
  prose: 0,
  site: 0,
  imprints: 0,
  headings: 0,
  times: 0,
};

/** Share of links in a text from which it is one of links, … */
export const LINKED = 0.5;
/** … and up to which one is not. */
const UNLINKED = 0.3;
/** Links of a row are headlines from this mean length on, in units, and entries of a menu below. */
const HEADLINE_UNITS = 6.5;
/** Links to other sites are their names, which are longer. */
const HEADLINE_AWAY_UNITS = 13;
/** A link so long is a headline whatever is around it. */
const SENTENCE_UNITS = 14;
/** Links beside each other from which they are a row. */
export const ROW = 3;
/** An imprint with what is about it is no longer than this, … */
const IMPRINT_UNITS = 500;
/** … and no more than this share of its page. */
const IMPRINT_SHARE = 0.5;
/** So much text without links beside it, in units, is more than labels and dates. */
const TEXT_UNITS = 30;
/** Up to so many steps above the article its title and what is said of it may hang. */
const NEAR = 3;

export function add(to: Figures, from: Figures, times: 1 | -1 = 1): void {
  to.units += times * from.units;
  to.linked += times * from.linked;
  to.links += times * from.links;
  to.away += times * from.away;
  to.prose += times * from.prose;
  to.site += times * from.site;
  to.imprints += times * from.imprints;
  to.headings += times * from.headings;
  to.times += times * from.times;
}

/** True for sentences in nothing that is called furniture: as much as is known before all is read. */
export function seemsArticle(block: BlockSigns, container: Container): boolean {
  for (let up: Container | null = container; up; up = up.parent) if (up.sign !== null) return false;
  return block.prose > 0 && !block.isOfSite && !block.isRunBy;
}

/** Where a block stands that is directly in `container`. */
export function placeOf(block: BlockSigns, container: Container, shape: PageShape): Place {
  const { main, isTitleShown } = shape;
  if (block.isOfSite || (block.isRunBy && !isAmongSentences(container, main))) return 'furniture';
  // Some pages put the title of their text into the head of the page, and nowhere else.
  if (main && !isTitleShown && block.isTitle && block.isHeading) return 'article';
  if (container.isFurniture || isByImprint(container, shape)) return 'furniture';
  if (!main) return onListPage(block, container);
  if (container.isBeside) return 'furniture';
  return isIn(container, main)
    ? inMain(block, container, main)
    : besideMain(block, container, main);
}

/** In the page's own text only rows of links are none of it. */
function inMain(block: BlockSigns, container: Container, main: Container): Place {
  if (block.prose > 0 || block.isTitle) return 'article';
  let row = container;
  while (row !== main && row.parent && row.parent !== main && row.parent.total.prose === 0) {
    row = row.parent;
  }
  return isRow(row.total.prose === 0 ? row.total : block) ? 'furniture' : 'article';
}

/** Beside the page's own text stand its title, what is said of it, and further parts of it. */
function besideMain(block: BlockSigns, container: Container, main: Container): Place {
  if (block.isTitle) return 'article';
  if (block.linked >= LINKED * block.units) return 'furniture';
  let around: Container | null = main;
  while (around && !isIn(container, around)) around = around.parent;
  // The largest part of the page that the block is in and the article is not.
  let part = container;
  while (part.parent && part.parent !== around) part = part.parent;
  const isNear = around !== null && main.depth - around.depth <= NEAR;
  const figures = part === around ? block : part.total;
  return isNear && isUnlinked(figures) ? 'article' : 'furniture';
}

/** Where headlines are what the page is read for, the rest are menus. */
function onListPage(block: BlockSigns, container: Container): Place {
  const { units, linked, links, away } = block;
  if (linked < LINKED * units && block.prose > 0) return 'article';
  if (links >= ROW) return isLong(block) ? 'headlines' : 'furniture';
  const isSentence = linked >= SENTENCE_UNITS * links && links > 0 && away === 0;
  if (isSentence) return 'headlines';
  let row: Container | null = container;
  while (row && row.total.links < ROW) {
    if (isText(row.total)) return 'article';
    row = row.parent;
  }
  if (!row || isUnlinked(row.total)) return 'article';
  return isLong(row.total) && (links === 0 || isLong(block)) ? 'headlines' : 'furniture';
}

/** True for text that is neither links nor what stands beside them. */
function isText(figures: Figures): boolean {
  return isUnlinked(figures) && figures.units - figures.linked >= TEXT_UNITS;
}

export function isUnlinked({ linked, units }: Figures): boolean {
  return linked < UNLINKED * units;
}

export function without(figures: Figures, part: Figures): Figures {
  const rest = { ...figures };
  add(rest, part, -1);
  return rest;
}

function isRow({ links, linked, units }: Figures): boolean {
  return links >= ROW && linked >= LINKED * units;
}

/** True when links are as long as headlines are. */
function isLong({ links, linked, away }: Figures): boolean {
  if (links === 0) return false;
  return linked / links >= (away > links / 2 ? HEADLINE_AWAY_UNITS : HEADLINE_UNITS);
}

/** True in an article, where no imprint is near: what is run there is what the article tells of. */
function isAmongSentences(container: Container, main: Container | null): boolean {
  if (!main || !isIn(container, main)) return false;
  let part: Container = container;
  while (part !== main && part.parent && part.total.prose === 0) part = part.parent;
  return part.total.prose > 0 && part.total.imprints === 0;
}

function isByImprint(container: Container, { main, units }: PageShape): boolean {
  const most = Math.min(IMPRINT_UNITS, IMPRINT_SHARE * units);
  for (let up: Container | null = container; up && up !== main; up = up.parent) {
    if (up.total.units > most) return false;
    if (up.total.imprints > 0) return up.total.prose < LINKED * up.total.units;
  }
  return false;
}

export function isIn(container: Container, other: Container): boolean {
  for (let up: Container | null = container; up; up = up.parent) if (up === other) return true;
  return false;
}
