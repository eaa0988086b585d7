import { boxOf, parentElementOf } from './dom-members';

/** Boxes that cut off what runs over them, by the element asked of; for one look at many texts. */
export type Clips = Map<Element, Element | null>;

/** The nearest box around a text that cuts it off where it runs over; the window's edge is none. */
function clipAround(element: Element, known: Clips): Element | null {
  const seen = known.get(element);
  if (seen !== undefined) return seen;
  const { body, documentElement } = document;
  let clip: Element | null = null;
  if (element !== body && element !== documentElement) {
    const { overflow } = getComputedStyle(element);
    const above = parentElementOf(element);
    const cuts = /hidden|clip/.test(overflow);
    clip = cuts ? element : above && clipAround(above, known);
  }
  known.set(element, clip);
  return clip;
}

/**
 * True when a text in an element is cut off whole: below the last line shown, or beside the slide shown.
 * @param rectsOfText asked only where something cuts off: most texts stand in nothing that does
 */
export function isCutOff(
  element: Element,
  rectsOfText: () => readonly DOMRect[],
  known: Clips,
): boolean {
  const clip = clipAround(element, known);
  const rects = clip ? rectsOfText() : [];
  if (!clip || rects.length === 0) return false;
  const box = boxOf(clip);
  return rects.every(
    ({ left, right, top, bottom }) =>
      right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom,
  );
}
