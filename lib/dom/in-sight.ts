import { containsNode, isVisible, matchesOf, parentElementOf, treeOf } from './dom-members';
import { isOurs } from './ours';

/** What shows something of its own, whatever its style. */
const SHOWS = 'img, video, canvas, svg, iframe, object, embed, input, textarea, select';

/**
 * True when the text of an element is seen at a point of the viewport: not clipped or faded away there,
 * and nothing over it but what one sees through, as links that are stretched over a whole entry.
 * Our own views do not count.
 */
export function isInSight(element: Element, x: number, y: number): boolean {
  if (!isVisible(element, { opacityProperty: true, visibilityProperty: true })) return false;
  const { display, pointerEvents } = getComputedStyle(element);
  const root = treeOf(element) as Document | ShadowRoot;
  for (const hit of root.elementsFromPoint(x, y)) {
    if (hit === element || containsNode(element, hit)) return true;
    if (isOurs(hit)) continue;
    // Where the pointer goes through the text, or its element has no box, what is around it is hit.
    if (containsNode(hit, element)) return isHollow(display, pointerEvents);
    if (isHollow(display, pointerEvents) && isBeside(hit, element)) return true;
    if (!isSeenThrough(hit)) return false;
  }
  return false;
}

function isHollow(display: string, pointerEvents: string): boolean {
  return display === 'contents' || pointerEvents === 'none';
}

/** A caption that lets the pointer through lies over the picture it is in one frame with. */
function isBeside(hit: Element, element: Element): boolean {
  const frame = parentElementOf(hit);
  return frame !== null && frame !== document.body && containsNode(frame, element);
}

function isSeenThrough(element: Element): boolean {
  if (matchesOf(element, SHOWS)) return false;
  const { backgroundColor, backgroundImage, opacity, backdropFilter } = getComputedStyle(element);
  if (opacity === '0') return true;
  return (
    backgroundImage === 'none' && isClear(backgroundColor) && (backdropFilter ?? 'none') === 'none'
  );
}

/** True for colours one reads through: `transparent`, or with an alpha below a half. */
function isClear(colour: string): boolean {
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\s*\)$/.exec(colour);
  return alpha !== null && Number(alpha[1] ?? alpha[2]) < 0.5;
}
