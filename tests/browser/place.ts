import { poll } from './driver/poll';
import type { Box, Point, TestView } from './driver/test-browser';

/**
 * Where the nth occurrence (0-based) of a text is seen, scrolled into view if it has to be: a box
 * for each line. The text may run over several inline elements. Spaces count as in the source.
 * @throws {Error} When the page has no such text.
 */
async function boxesOfText(view: TestView, text: string, nth: number): Promise<Box[]> {
  const boxes = await view.evaluate(
    ({ wanted, index }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const pieces: { node: Text; start: number }[] = [];
      let whole = '';
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (node.parentElement?.closest('script, style')) continue;
        pieces.push({ node, start: whole.length });
        whole += node.data;
      }
      let at = -1;
      for (let found = 0; found <= index; found++) {
        at = whole.indexOf(wanted, at + 1);
        if (at < 0) return null;
      }
      const place = (offset: number) => {
        const piece = pieces.findLast(({ start }) => start <= offset);
        return piece && ([piece.node, offset - piece.start] as const);
      };
      const first = place(at);
      const last = place(at + wanted.length - 1);
      if (!first || !last) return null;
      const range = document.createRange();
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) {
        first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      }
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({
        x,
        y,
        width,
        height,
      }));
    },
    { wanted: text, index: nth },
  );
  if (!boxes?.length) throw new Error(`The page does not show “${text}” ${nth + 1} times.`);
  return boxes;
}

/** Where the nth occurrence (0-based) of a text begins to be seen, on its first line. */
export async function boxOfText(view: TestView, text: string, nth = 0): Promise<Box> {
  return (await boxesOfText(view, text, nth))[0] as Box;
}

/** The middle of a box. */
export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The pointer goes to a text of the page and stays there. */
export async function pointAt(view: TestView, text: string, nth = 0): Promise<void> {
  await view.movePointer(centreOf(await boxOfText(view, text, nth)));
}

/** Selects a text with the pointer, from before its first character to behind its last. */
export async function selectText(view: TestView, text: string): Promise<void> {
  const boxes = await boxesOfText(view, text, 0);
  const [first, last] = [boxes[0] as Box, boxes.at(-1) as Box];
  const start = { x: first.x + 1, y: first.y + first.height / 2 };
  await view.drag(start, { x: last.x + last.width - 1, y: last.y + last.height / 2 });
}

/**
 * Clicks, with the pointer, the control of a page that is labelled so: by its text, `aria-label` or
 * `title`. Scrolls it into view.
 */
export async function clickControl(view: TestView, label: string): Promise<void> {
  const box = await poll(`a control labelled “${label}”`, () =>
    view.evaluate((wanted) => {
      for (const control of document.querySelectorAll('button, a, input, summary, [role]')) {
        const names = [
          control.ariaLabel,
          control.getAttribute('title'),
          control.textContent?.trim(),
        ];
        if (!names.includes(wanted) || !control.checkVisibility()) continue;
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = control.getBoundingClientRect();
        return { x, y, width, height };
      }
      return null;
    }, label),
  );
  await view.click(centreOf(box));
}
