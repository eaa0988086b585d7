import { boundariesOf } from '@/lib/dom/block';
import { closestOf, parentElementOf } from '@/lib/dom/dom-members';
import { rectsBetween } from '@/lib/dom/geometry';
import { isInSight } from '@/lib/dom/in-sight';
import type { Mark } from '@/lib/dom/mark-index';
import type { Reference } from '@/lib/dom/page-views';
import type { Point } from '@/lib/hover/safe-path';

/** What the card of a mark stands beside; null while the mention is not laid out. */
export function referenceOf(mark: Mark, point: Point | null): Reference | null {
  const { start, end } = boundariesOf(mark.block, mark.mention);
  const lines = rectsBetween(start, end);
  const element = start.node.parentElement;
  if (lines.length === 0 || !element) return null;
  const { writingMode, fontFamily } = getComputedStyle(element);
  const vertical = writingMode.startsWith('vertical');
  return { element, lines, point, vertical, face: fontFamily };
}

/** True while the page has taken a mark's text away: it is drawing it anew, or the mark is gone soon. */
export function isAway({ block, mention }: Mark): boolean {
  return !boundariesOf(block, mention).start.node.isConnected;
}

/** True where a press would lead away. */
export function isOnLink({ block, mention }: Mark): boolean {
  const element = parentElementOf(boundariesOf(block, mention).start.node);
  return element !== null && closestOf(element, 'a[href], button') !== null;
}

/** True while one of the lines of a mention is seen at its middle, neither covered nor clipped. */
export function isSeen({ element, lines }: Reference): boolean {
  return lines.some(({ left, top, width, height }) =>
    isInSight(element, left + width / 2, top + height / 2),
  );
}

/** True when a card beside the one is as well placed beside the other. */
export function isSamePlace(a: Reference, b: Reference): boolean {
  return (
    a.lines.length === b.lines.length &&
    a.lines.every(({ left, top, right, bottom }, i) => {
      const now = b.lines[i];
      return now?.left === left && now.top === top && now.right === right && now.bottom === bottom;
    })
  );
}
