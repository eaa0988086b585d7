import { COLOURS, type Colour, PAGE_PALETTE, type Palette } from './scene';

/** Where the system chooses the colours, its own names for them. */
const FORCED: Partial<Record<Colour, string>> = {
  paper: 'Canvas',
  wash: 'Canvas',
  raise: 'Canvas',
  accent: 'Highlight',
  platform: 'LinkText',
};

/** What more contrast makes of the faint ones. */
const STRONGER: Partial<Record<Colour, Colour>> = {
  'ink-soft': 'ink',
  rule: 'edge',
  edge: 'ink-soft',
};

/** The colours of the theme that holds at an element. */
export function themePalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = COLOURS.map((colour) => [colour, style.getPropertyValue(`--${colour}`).trim()]);
  return { ...PAGE_PALETTE, ...Object.fromEntries(entries) };
}

/** Those colours as the reader's system wants them on its screen: stronger, or its own. */
export function screenPalette(element: Element): Palette {
  const palette = themePalette(element);
  const entries = COLOURS.map((colour): [Colour, string] => {
    if (matchMedia('(forced-colors: active)').matches)
      return [colour, FORCED[colour] ?? 'CanvasText'];
    const stronger = matchMedia('(prefers-contrast: more)').matches && STRONGER[colour];
    return [colour, palette[stronger || colour]];
  });
  return { ...palette, ...Object.fromEntries(entries) };
}
