import {
  boxOf,
  closestOf,
  containsNode,
  isVisible,
  parentElementOf,
  shadowRootOf,
  treeOf,
} from '@/lib/dom/dom-members';
import { isOurs } from '@/lib/dom/ours';
import type { Obstacle } from '@/lib/hover/clear-place';
import type { Box } from '@/lib/hover/safe-path';

/** What one presses. */
const PRESSABLE = [
  'a[href]',
  'area[href]',
  'button',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'summary',
  'label',
  '[onclick]',
  ...['button', 'link', 'menuitem', 'tab', 'option', 'checkbox', 'radio'].map(
    (role) => `[role="${role}"]`,
  ),
].join();

/** What opens under a name that is pointed at stands in the same of these. */
const MENU = 'li, dt, dd, td, nav, menu, [role="menubar"], [role="navigation"]';

/** A box larger than this part of the window is a region that can be pressed somewhere, not a control. */
const MOST_OF_WINDOW = 0.25;

/** True where a press is the page's own, or may be. */
export function isPressable(element: Element): boolean {
  return closestOf(element, PRESSABLE) !== null || getComputedStyle(element).cursor === 'pointer';
}

/**
 * What a card beside a line should not cover: what can be pressed, worst in a menu that the pointer has
 * opened, less above the line than below it, where one goes on; and the rest of the line itself.
 * @param element in which the mention stands
 * @param window what of the page is seen
 */
export function obstaclesAround(element: Element, line: Box, window: Box): Obstacle[] {
  const menu = isPressable(element) ? closestOf(element, MENU) : null;
  const roots = new Set([treeOf(element) as Document | ShadowRoot, document]);
  const most = (window.right - window.left) * (window.bottom - window.top) * MOST_OF_WINDOW;
  const found: Obstacle[] = lineOf(element, line).map((box) => ({ ...plain(box), weight: 3 }));
  const panels = new Set<Element>();
  for (const root of roots) {
    for (const control of root.querySelectorAll(PRESSABLE)) {
      if (containsNode(control, element)) continue;
      const isInMenu = menu !== null && containsNode(menu, control);
      const panel = isInMenu && panelOf(control, menu);
      if (panel) panels.add(panel);
      for (const box of control.getClientRects()) {
        if (box.width < 1 || box.height < 1 || box.width * box.height > most) continue;
        if (!touches(box, window) || holds(box, line) || !isSeen(control)) continue;
        const isBelow = box.top >= line.top;
        found.push({ ...plain(box), weight: isInMenu ? 6 : isBelow ? 3 : 2 });
      }
    }
  }
  for (const panel of panels) {
    if (isSeen(panel)) found.push({ ...plain(boxOf(panel)), weight: 6 });
  }
  return found;
}

/** What has opened in a menu, with the entry in it. */
function panelOf(control: Element, menu: Element): Element | null {
  const panel = control instanceof HTMLElement ? control.offsetParent : null;
  return panel !== menu && containsNode(menu, panel) ? panel : null;
}

/** A place is probed at so many points across and down. */
const PROBES = [0.04, 0.27, 0.5, 0.73, 0.96];

/**
 * What can be pressed in a box and was not found by its tag: by the pointer it gets, or in a shadow tree.
 * @param element in which the mention stands
 */
export function pressableIn(box: Box, element: Element): Obstacle[] {
  const found = new Set<Element>();
  for (const across of PROBES)
    for (const down of PROBES) {
      const x = box.left + (box.right - box.left) * across;
      const y = box.top + (box.bottom - box.top) * down;
      const hit = hitAt(x, y);
      if (hit && !containsNode(hit, element) && isPressable(hit)) found.add(hit);
    }
  return [...found].map((hit) => ({ ...plain(boxOf(hit)), weight: 3 }));
}

/** The innermost element of the page at a point, in open shadow trees too. */
function hitAt(x: number, y: number): Element | undefined {
  let root: Document | ShadowRoot = document;
  for (;;) {
    const hit: Element | undefined = root.elementsFromPoint(x, y).find((each) => !isOurs(each));
    const shadow: ShadowRoot | null = hit ? shadowRootOf(hit) : null;
    if (!shadow || shadow === root) return hit;
    root = shadow;
  }
}

/** The rest of the line of text that a mention stands in. */
function lineOf(element: Element, line: Box): DOMRect[] {
  let block = element;
  for (
    let up = parentElementOf(block);
    up && getComputedStyle(block).display.startsWith('inline');
    up = parentElementOf(block)
  ) {
    block = up;
  }
  if (block === document.body) return [];
  const range = document.createRange();
  range.selectNodeContents(block);
  const middle = (line.top + line.bottom) / 2;
  return [...range.getClientRects()].filter(
    ({ top, bottom, height }) =>
      top < middle && bottom > middle && height < 2 * (line.bottom - line.top),
  );
}

function isSeen(element: Element): boolean {
  return isVisible(element, { opacityProperty: true, visibilityProperty: true });
}

function plain({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom
  );
}
