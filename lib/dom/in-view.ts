import { elementAt, localNameOf, parentElementOf } from './dom-members';
import { tagRole } from './tags';

/** Where text usually begins in a window: below a fixed header, in the middle of the column. */
const PROBES = [
  [0.5, 0.15],
  [0.5, 0.4],
  [0.3, 0.5],
] as const;

/**
 * The block-level element near the top of what the reader sees, from which reading should begin;
 * null when nothing is seen yet. One hit test or a few; lays the page out if that is still to do.
 */
export function firstInView(): Element | null {
  for (const [x, y] of PROBES) {
    let element = elementAt(innerWidth * x, innerHeight * y);
    while (element && tagRole(localNameOf(element)) === 'inline')
      element = parentElementOf(element);
    if (!element || /^(html|body)$/.test(localNameOf(element))) continue;
    if (tagRole(localNameOf(element)) === 'block') return element;
  }
  return null;
}
