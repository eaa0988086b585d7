import type { BoundaryPoint } from './block';
import { caretAt, newRange } from './dom-members';
import { TEXT_NODE } from './node-types';

/** One Range for all questions of layout: live ranges make every later change of the page dearer. */
let scratch: Range | null = null;

/** The boxes of the text between two places of one tree, in viewport coordinates; one a line. */
export function rectsBetween(from: BoundaryPoint, to: BoundaryPoint): DOMRect[] {
  scratch ??= newRange();
  try {
    scratch.setStart(from.node, from.offset);
    scratch.setEnd(to.node, to.offset);
    return Array.from(scratch.getClientRects()).filter((rect) => rect.width > 0 && rect.height > 0);
  } catch (error) {
    // The page shortened the node since it was read; it will be read again.
    if (error instanceof DOMException) return [];
    throw error;
  } finally {
    scratch.setStart(document, 0);
    scratch.collapse(true);
  }
}

/** True when the point lies in one of the boxes. */
export function holdsPoint(rects: readonly DOMRect[], x: number, y: number): boolean {
  return rects.some((rect) => x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom);
}

/** The place in a text node nearest to a point of the viewport, in the page or the given open roots. */
export function boundaryAtPoint(
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
): BoundaryPoint | null {
  const caret = caretAt(x, y, shadowRoots);
  if (caret?.offsetNode.nodeType !== TEXT_NODE) return null;
  return { node: caret.offsetNode as Text, offset: caret.offset };
}
