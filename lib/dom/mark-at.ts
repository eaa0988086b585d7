import { type BoundaryPoint, boundariesOf } from './block';
import { parentElementOf } from './dom-members';
import { boundaryAtPoint, holdsPoint, rectsBetween } from './geometry';
import { isInSight } from './in-sight';
import type { Mark, MarkIndex } from './mark-index';

/** A frame with more marked texts than this is no picture with its caption. */
const MOST_IN_FRAME = 12;
/** A caption is so many levels at most below the element that frames it and what lies beside it. */
const FRAME_LEVELS = 3;

/** The mark under a point of the viewport: nearest caret, our own index, then its real boxes. */
export function markAt(x: number, y: number, index: MarkIndex, roots: ShadowRoot[]): Mark | null {
  return markBy(boundaryAtPoint(x, y, roots), x, y, index);
}

/** As `markAt`, where the nearest caret is known. */
export function markBy(
  place: BoundaryPoint | null,
  x: number,
  y: number,
  index: MarkIndex,
): Mark | null {
  const touching = place ? index.touching(place) : [];
  return touching.find((mark) => holds(mark, x, y)) ?? markBeneath(x, y, index);
}

/**
 * The mark that is seen at a point though the pointer meets something else there: a link stretched over
 * it, the picture under its caption. Null where none is.
 */
function markBeneath(x: number, y: number, index: MarkIndex): Mark | null {
  const stack = document.elementsFromPoint(x, y);
  const [top] = stack;
  if (!top) return null;
  const nodes = [...index.within(new Set(stack)), ...captions(top, index)];
  for (const node of nodes) {
    const element = node.parentElement;
    if (!element || !isInSight(element, x, y)) continue;
    const mark = index.marksOf(node).find((each) => holds(each, x, y));
    if (mark) return mark;
  }
  return null;
}

/** Marked texts that let the pointer through, in the frame of what it meets. */
function captions(top: Element, index: MarkIndex): Text[] {
  let frame = top;
  for (let level = 0; level < FRAME_LEVELS; level++) {
    const up = parentElementOf(frame);
    if (!up || up === document.body) break;
    frame = up;
  }
  if (frame === document.body || frame === document.documentElement) return [];
  const nodes = index.inside(frame);
  if (nodes.length > MOST_IN_FRAME) return [];
  return nodes.filter(
    ({ parentElement }) =>
      parentElement !== null && getComputedStyle(parentElement).pointerEvents === 'none',
  );
}

function holds({ block, mention }: Mark, x: number, y: number): boolean {
  const { start, end } = boundariesOf(block, mention);
  return holdsPoint(rectsBetween(start, end), x, y);
}
