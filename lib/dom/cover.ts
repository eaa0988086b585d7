import { containsNode, shadowRootOf } from './dom-members';
import { isOurs } from './ours';

/** Where a view is probed for what lies over it, in parts of its width and height. */
const PROBES = [0.06, 0.35, 0.65, 0.94];

declare global {
  interface Element {
    /** Firefox shows it to extensions alone. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/**
 * What of the page lies over a host of ours as the pointer finds it, or null: an element that is
 * there in its place, or a view transition, which paints over everything.
 */
export function coverByPointer(host: HTMLElement): Element | null {
  const root = document.documentElement;
  if (root.matches(':active-view-transition')) return root;
  const { left, top, width, height } = host.getBoundingClientRect();
  for (const across of PROBES) {
    for (const down of PROBES) {
      const [x, y] = [left + width * across, top + height * down];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const there = document.elementFromPoint(x, y);
      if (there && there !== host && !isOurs(there)) return there;
    }
  }
  return null;
}

/**
 * The same, or anything of the page in the top layer: that may take no pointer, and paint anywhere. And the
 * root where it is filtered, in Firefox the top layer with it, until nothing is to be seen.
 */
export function coverOf(host: HTMLElement): Element | null {
  const root = document.documentElement;
  if (hides(getComputedStyle(root).filter)) return root;
  return coverByPointer(host) ?? coverInTopLayer(host);
}

/** How far a page, or the reader's own dark mode, may go with each function of a filter. */
const HARMLESS: Record<string, (amount: number) => boolean> = {
  grayscale: () => true,
  sepia: () => true,
  'hue-rotate': () => true,
  saturate: () => true,
  invert: (amount) => amount <= 0.2 || amount >= 0.8,
  contrast: (amount) => amount >= 0.5 && amount <= 2,
  brightness: (amount) => amount >= 0.5 && amount <= 1.5,
  opacity: (amount) => amount >= 0.9,
};

/** Whether one would not see through a `filter`, as it is computed: it knows numbers for shares. */
function hides(filter: string): boolean {
  const steps = [...filter.matchAll(/([\w-]+)\(([^()]*)\)/g)];
  const isKnown = filter === 'none' || steps.map(([step]) => step).join(' ') === filter;
  const names = new Set(steps.map(([, name]) => name));
  if (!isKnown || names.size < steps.length) return true;
  return steps.some(([, name = '', amount = '']) => !HARMLESS[name]?.(Number.parseFloat(amount)));
}

function coverInTopLayer(host: HTMLElement): Element | null {
  const above = ':popover-open, dialog:modal, :fullscreen';
  for (const root of roots()) {
    for (const element of root.querySelectorAll(above)) {
      if (!isOurs(element) && !containsNode(element, host)) return element;
    }
  }
  return null;
}

/** The document, and the shadow roots in it as far as the browser shows them. */
function roots(): (Document | ShadowRoot)[] {
  const found: (Document | ShadowRoot)[] = [document];
  for (const root of found) {
    for (const element of root.querySelectorAll('*')) {
      const inner = element.openOrClosedShadowRoot ?? shadowRootOf(element);
      if (inner && !isOurs(element)) found.push(inner);
    }
  }
  return found;
}
