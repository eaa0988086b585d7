import { attributeOf, isDesignMode, pageRoot, parentElementOf } from './dom-members';

/**
 * Questions to an element's style. Computed style is dear (it may make the browser lay the page
 * out), so the reader asks only where text stands on both sides of an inline element's edge.
 */

/** The computed `display` of an element; '' when it is in no rendered document. */
export function displayOf(element: Element): string {
  return getComputedStyle(element).display;
}

/** Displays that flow with the text around them. Flex items, floats and the like compute to `block`. */
const FLOWING = new Set(['inline', 'contents', 'ruby', 'ruby-base', 'ruby-text']);

/**
 * True when the edges of an inline-tagged element are a visible break: its style makes it a block,
 * a cell, a flex item, or a box with room around its text.
 */
export function breaksText(element: Element, display: string): boolean {
  if (FLOWING.has(display)) return false;
  return !(display.startsWith('inline-') && isTight(element));
}

/** True for what stands in a line of text, whatever room there is around it. */
export function isInLine(display: string): boolean {
  return FLOWING.has(display) || display.startsWith('inline-') || display === 'math';
}

/** True when nothing separates an inline box from the text beside it. */
function isTight(element: Element): boolean {
  const style = getComputedStyle(element);
  const room = [style.marginLeft, style.marginRight, style.paddingLeft, style.paddingRight];
  return room.every((length) => Number.parseFloat(length) <= 0 || length === '');
}

/** True when the element says itself, in its markup, that it is not shown. */
export function isHiddenByMarkup(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== null) return true;
  const style = attributeOf(element, 'style');
  return style !== null && /display\s*:\s*none/i.test(style);
}

/** True for the root of text the reader is writing: never read, and a name stops at it. */
export function isEditable(element: Element): boolean {
  if (element === pageRoot() && isDesignMode()) return true;
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/** True for what is, or is in, text that the reader is writing. */
export function isInEditable(element: Element): boolean {
  for (let up: Element | null = element; up; up = parentElementOf(up))
    if (isEditable(up)) return true;
  return false;
}
