import {
  childrenOf,
  closestOf,
  nextElementOf,
  pageTitle,
  parentElementOf,
  previousElementOf,
  textOf,
} from './dom-members';

/** A title is in few pieces; an article whose lines end with `<br>` is in many, and not looked at for each. */
const MOST_NODES = 24;
/** A title is no longer than this; UTF-16 units. */
const MAX_TITLE_UNITS = 200;

/**
 * True for a `<br>` that only wraps the line of a title: in a heading, or in an element whose text, in
 * one, is in the title of the document.
 */
export function wrapsTitle(br: Element): boolean {
  const parent = parentElementOf(br);
  if (!parent || childrenOf(parent).length > MOST_NODES) return false;
  if (closestOf(parent, 'h1, h2, h3, [role="heading"]')) return true;
  const text = bare(textOf(parent) ?? '');
  return text.length > 1 && text.length <= MAX_TITLE_UNITS && bare(pageTitle()).includes(text);
}

/** True for an element of one character among others such: a word whose letters are set apart by layout. */
export function isLetter(element: Element): boolean {
  return isOne(element) && (isOne(previousElementOf(element)) || isOne(nextElementOf(element)));
}

function isOne(element: Element | null): boolean {
  const text = element && textOf(element)?.trim();
  return text?.length === 1;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
