import type { BoundaryPoint } from './block';
import { isVisible, parentElementOf } from './dom-members';
import { rectsBetween } from './geometry';

/** True when a stretch of text is on the page to be seen, wherever it is scrolled to. */
export function isDrawn(start: BoundaryPoint, end: BoundaryPoint): boolean {
  const element = parentElementOf(start.node);
  const shown = element !== null && isVisible(element, { visibilityProperty: true });
  return shown && rectsBetween(start, end).length > 0;
}
