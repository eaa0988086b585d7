import { pageBody, pageRoot } from './dom-members';

/** Below this relative luminance a ground counts as dark: text on it is light. */
const DARK_BELOW = 0.3;

/** True when the page's ground is dark: the body's, else the root's, else what the page declares. */
export function isPageDark(): boolean {
  for (const element of [pageBody(), pageRoot()]) {
    if (!element) continue;
    const luminance = luminanceOf(getComputedStyle(element).backgroundColor);
    if (luminance !== null) return luminance < DARK_BELOW;
  }
  const root = pageRoot();
  const declares = root !== null && getComputedStyle(root).colorScheme.includes('dark');
  return declares && matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Rough relative luminance, 0 to 1, of a computed `rgb()` colour; null when it lets the ground through. */
function luminanceOf(colour: string): number | null {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  if (!colour.startsWith('rgb') || alpha < 0.5) return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
