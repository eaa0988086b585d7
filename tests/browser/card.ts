import { poll } from './driver/poll';
import type { Box, TestView } from './driver/test-browser';
import { centreOf } from './place';

/** Hosts of our views: they have no name that a page could know. */
export const HOST = 'div[popover="manual"]';

/** What only one of our views has in its root. */
const PARTS = {
  card: '.govgloss.card',
  toolbar: '.govgloss.toolbar',
  notice: '.govgloss.notice',
} as const;

/**
 * What one of our views in a page shows (`card`, `toolbar`, `notice`); '' when it is not there. They
 * live in closed shadow roots, which only the browser's own tools can see into.
 */
export async function viewText(view: TestView, name: keyof typeof PARTS): Promise<string> {
  const texts = await view.inClosedRoots((root, part) => {
    if (!root.querySelector(part)) return '';
    const shown = [...root.children].filter(
      (part): part is HTMLElement =>
        part instanceof HTMLElement && part.checkVisibility() && part.getClientRects().length > 0,
    );
    return shown.map((part) => part.innerText).join('\n');
  }, PARTS[name]);
  return texts.join('\n').trim();
}

/** What the card shows; '' when there is none. */
export function cardText(view: TestView): Promise<string> {
  return viewText(view, 'card');
}

/**
 * Waits until the card shows a text (any, when none is given), and answers all it shows.
 * @throws {Error} When it does not; with what it shows instead.
 */
export async function waitForCard(view: TestView, text = ''): Promise<string> {
  let shown = '';
  try {
    return await poll(`the card to show “${text}”`, async () => {
      shown = await cardText(view);
      return shown !== '' && shown.includes(text) ? shown : null;
    });
  } catch (cause) {
    throw new Error(`The card does not show “${text}” but “${shown}”.`, { cause });
  }
}

/** Waits until no card is shown. */
export async function waitForNoCard(view: TestView): Promise<void> {
  await poll('the card to close', async () => ((await cardText(view)) === '' ? true : null));
}

/** Rests the pointer in the glance until it is the full card; nothing where that is there already. */
export async function growCard(view: TestView): Promise<void> {
  const isGlance = await view.inClosedRoots((root) => root.querySelector('.glance') !== null, null);
  const box = isGlance.includes(true) ? await cardBox(view) : null;
  if (!box) return;
  await view.movePointer(centreOf(box));
  await poll('the glance to grow', async () => {
    const isStill = await view.inClosedRoots(
      (root) => root.querySelector('.card:not(.glance)') === null,
      null,
    );
    return isStill.includes(false) ? true : null;
  });
}

/**
 * Clicks, with the pointer, what is labelled so in the card, once it is grown: by its text, `aria-label` or `title`.
 * @throws {Error} When the card has no such control.
 */
export async function clickInCard(view: TestView, label: string): Promise<void> {
  await growCard(view);
  await view.movePointer(
    centreOf(await poll(`“${label}” in the card`, () => controlBox(view, label))),
  );
  // Controls take no press before the view has lain open and still for a moment.
  const box = await poll(`“${label}” to take a press`, () => controlBox(view, label, true));
  await view.click(centreOf(box));
}

/** Where the card's outermost part is seen, or null. */
export async function cardBox(view: TestView): Promise<Box | null> {
  const boxes = await view.inClosedRoots((root) => {
    const part = root.querySelector('.govgloss.card');
    if (!part || part.getClientRects().length === 0) return null;
    const { x, y, width, height } = part.getBoundingClientRect();
    return { x, y, width, height };
  }, null);
  return boxes.find((box) => box !== null) ?? null;
}

async function controlBox(view: TestView, name: string, open = false): Promise<Box | null> {
  const find = (root: ShadowRoot, { wanted, isOpen }: { wanted: string; isOpen: boolean }) => {
    const controls = root.querySelectorAll('button, a, input, textarea, select, summary, [role]');
    for (const control of controls) {
      const names = [
        control.getAttribute('aria-label'),
        control.getAttribute('title'),
        control.textContent?.trim(),
      ];
      if (isOpen && getComputedStyle(control).pointerEvents === 'none') continue;
      const { x, y, width, height } = control.getBoundingClientRect();
      if (names.includes(wanted) && width > 0) return { x, y, width, height };
    }
    return null;
  };
  const boxes = await view.inClosedRoots(find, { wanted: name, isOpen: open });
  return boxes.find((box) => box !== null) ?? null;
}
