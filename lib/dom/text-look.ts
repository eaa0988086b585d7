import { parentElementOf } from './dom-members';

/**
 * What a highlight may do to a text.
 * - `none`: nothing may be registered on it. Any rule of ours, even an empty one, makes engines draw
 *   the text by `color` again: without its fill, stroke or gradient, its own coloured line black
 * - `tint`: no line of ours; it has one, or a row so tight that ours would be cut off
 * - `line`: any
 */
export type TextLook = 'none' | 'tint' | 'line';

/** Lines closer than this, in parts of the size of the text, leave no room under it. */
const TIGHT = 1.25;
/** Inline elements around a text whose line is drawn through it as well. */
const MOST_AROUND = 4;

/** How the text in an element may be marked, by its computed style and that of the inline elements around it. */
export function lookOf(element: Element): TextLook {
  const style = getComputedStyle(element);
  const { color } = style;
  if (isFilledOtherwise(style, color)) return 'none';
  let look: TextLook = isTight(style) ? 'tint' : 'line';
  let at: Element | null = element;
  for (let i = 0; at && i < MOST_AROUND; i++) {
    const around = at === element ? style : getComputedStyle(at);
    const line = around.getPropertyValue('text-decoration-line');
    if (line !== '' && line !== 'none') {
      if (around.getPropertyValue('text-decoration-color') !== color) return 'none';
      if (line.includes('underline')) look = 'tint';
    }
    if (!around.display.startsWith('inline')) break;
    at = parentElementOf(at);
  }
  return look;
}

/** True when the colour a text is drawn in is not, or not only, its `color`. */
function isFilledOtherwise(style: CSSStyleDeclaration, color: string): boolean {
  const fill = style.getPropertyValue('-webkit-text-fill-color');
  if (fill !== '' && fill !== color) return true;
  if (Number.parseFloat(style.getPropertyValue('-webkit-text-stroke-width')) > 0) return true;
  return style.getPropertyValue('background-clip').includes('text');
}

function isTight({ lineHeight, fontSize }: CSSStyleDeclaration): boolean {
  return Number.parseFloat(lineHeight) < TIGHT * Number.parseFloat(fontSize);
}
