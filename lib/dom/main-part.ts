import {
  add,
  type Container,
  type Figures,
  isIn,
  isUnlinked,
  LINKED,
  NO_FIGURES,
  type PageShape,
  ROW,
  without,
} from './place';

/** The article is the smallest part of a page that holds so much of its text. */
const MAIN_SHARE = 0.66;
/** A name is not believed of what holds so much of the page's sentences. */
const MOST_OF_PAGE = 0.5;
/** Sentences on a page that make it an article's, in units. */
const ARTICLE_UNITS = 80;
/** Sentences hang on a title up to so many steps above it. */
const NEAR_TITLE = 3;
/** An article says when it was published once, or again at its end. */
const MOST_TIMES = 2;
/** What hangs on the title is the article if it has so much of the sentences of the page's largest part. */
const TITLED_SHARE = 0.5;
/** An entry of a list, its date and source with it, is no longer than this. */
const ENTRY_UNITS = 120;
/** A summary of another text, with that text's title as a link, has so much text beside the link … */
const TEASER_TEXT_UNITS = 15;
/** … and is no longer than this. */
const TEASER_UNITS = 600;
/** Share of a part that summaries take up which is nothing else. */
const TEASER_SHARE = 0.8;

/**
 * Works out what containers hold and where the page's own text is.
 * @param containers of one page, each after its parent
 * @param titles those in which a block bears the page's title
 */
export function judgePage(
  containers: readonly Container[],
  titles: readonly Container[],
): PageShape {
  const upwards = containers.toReversed();
  for (const each of containers) {
    each.total = { ...each.own };
    each.depth = each.parent ? each.parent.depth + 1 : 0;
  }
  for (const each of upwards) if (each.parent) add(each.parent.total, each.total);
  const whole = { ...NO_FIGURES };
  for (const each of containers) if (!each.parent) add(whole, each.total);
  const lists = titles.length > 0 ? teaserLists(containers, titles) : new Set<Container>();
  let linked = 0;
  let prose = 0;
  for (const each of containers) {
    const { parent, sign, total, own } = each;
    const isBelieved = total.prose <= MOST_OF_PAGE * whole.prose;
    each.isFurniture = (isBelieved && sign === 'furniture') || (parent?.isFurniture ?? false);
    each.isBeside =
      each.isFurniture ||
      (isBelieved && sign === 'beside') ||
      lists.has(each) ||
      (parent?.isBeside ?? false);
    each.body = each.isBeside || isEntry(each) ? 0 : own.units - own.linked - own.site;
    if (each.isBeside) continue;
    prose += own.prose;
    linked += own.linked;
  }
  let body = 0;
  for (const each of upwards) {
    if (each.parent) each.parent.body += each.body;
    else body += each.body;
  }
  const shown = titles.filter((title) => !title.isFurniture);
  const largest = largestPart(containers, body);
  const titled = titledPart(shown, largest);
  const isArticle =
    titled !== null ||
    (prose >= ARTICLE_UNITS
      ? shown.length > 0 || prose >= linked || isPublished(largest)
      : isNotice(largest, shown));
  const main = isArticle ? widened(titled ?? largest) : null;
  return { main, isTitleShown: shown.length > 0, units: whole.units };
}

/** True for an entry of a list: what is beside its link is the link's. */
function isEntry({ total }: Container): boolean {
  const { links, linked, units, prose } = total;
  return links > 0 && prose === 0 && units <= ENTRY_UNITS && linked >= LINKED * units;
}

/** True for the title of another text, as a link, with a summary. */
function isTeaser({ total }: Container): boolean {
  const { headings, linked, units, links } = total;
  if (headings === 0 || links > ROW || units > TEASER_UNITS) return false;
  return units - linked >= TEASER_TEXT_UNITS;
}

/** The parts of a page that are summaries of other texts and nothing else, none of them around a title. */
function teaserLists(
  containers: readonly Container[],
  titles: readonly Container[],
): Set<Container> {
  const held = new Map<Container, { units: number; count: number }>();
  for (const each of containers) {
    if (!each.parent || !isTeaser(each)) continue;
    const { units, count } = held.get(each.parent) ?? { units: 0, count: 0 };
    held.set(each.parent, { units: units + each.total.units, count: count + 1 });
  }
  const lists = new Set<Container>();
  for (const [list, { units, count }] of held) {
    if (count < ROW || units < TEASER_SHARE * list.total.units) continue;
    if (!titles.some((title) => isIn(title, list))) lists.add(list);
  }
  return lists;
}

/** True for a text too short to be told by its sentences, under the page's title. */
function isNotice(largest: Container | null, titles: readonly Container[]): boolean {
  if (!largest || !isUnlinked(largest.total)) return false;
  return titles.some((title) => title !== largest && isIn(title, largest));
}

/**
 * True for sentences with the time they are of, once and near: an article under a title that is the
 * site's, or too short to be told. Lists give such times with each of their entries.
 */
function isPublished(largest: Container | null): boolean {
  if (!largest || !isUnlinked(largest.total)) return false;
  const times = nearest(largest, (figures) => figures.times > 0)?.total.times ?? 0;
  return times > 0 && times <= MOST_TIMES;
}

/** The smallest part of the page that holds most of its text. */
function largestPart(containers: readonly Container[], body: number): Container | null {
  let largest: Container | null = null;
  for (const each of containers) {
    if (each.isBeside || each.body < MAIN_SHARE * body) continue;
    if (!largest || each.depth > largest.depth) largest = each;
  }
  return largest;
}

/**
 * What hangs on the page's title: sentences, where the largest part has not many more of them without
 * links between; or, under a film or a picture, the time it is of.
 */
function titledPart(titles: readonly Container[], largest: Container | null): Container | null {
  for (const title of titles) {
    const part = nearest(title, ({ prose }) => prose > 0);
    if (!part) continue;
    if (largest && isIn(largest, part)) return null;
    if (largest && isIn(part, largest) && isUnlinked(largest.total)) return largest;
    if (part.total.prose >= TITLED_SHARE * (largest?.total.prose ?? 0)) return part;
  }
  if (largest && largest.total.prose >= ARTICLE_UNITS) return null;
  for (const title of titles) {
    const part = nearest(title, ({ times, links }) => times > 0 && links < ROW);
    if (part) return part;
  }
  return null;
}

/** The nearest part around a title of which something is true. */
function nearest(title: Container, isSo: (figures: Figures) => boolean): Container | null {
  let part: Container | null = title;
  for (let up = 0; part && up <= NEAR_TITLE; up++) {
    if (isSo(part.total)) return part;
    part = part.parent;
  }
  return null;
}

/** The part with what is around it and has no links. */
function widened(main: Container | null): Container | null {
  let wide = main;
  while (wide?.parent && isUnlinked(without(wide.parent.total, wide.total))) wide = wide.parent;
  return wide;
}
