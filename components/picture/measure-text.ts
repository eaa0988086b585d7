/** The width of a text in px at a size in px. */
export type Measure = (text: string, size: number) => number;

/** Shares of the size; what is not Latin is as wide as high. */
function widthOf(character: string): number {
  if (/[\u1100-\u{1ffff}]/u.test(character)) return 1;
  if (/[A-Z@%&]/.test(character)) return 0.72;
  if (/[mwMW—…]/.test(character)) return 0.9;
  if (/[ijl.,:;'|!]/.test(character)) return 0.3;
  return 0.58;
}

/** Widths by the kind of character, rather too wide than too narrow: where there is no screen. */
export const estimateText: Measure = (text, size) => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
};

/** The whole text where there is room for it, else its beginning with `…`; null below `least` px. */
export function fitText(
  text: string,
  room: number,
  size: number,
  measure: Measure,
  least = 4 * size,
): string | null {
  if (measure(text, size) <= room) return text;
  if (room < least) return null;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${characters.slice(0, middle).join('')}…`, size) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? null : `${characters.slice(0, low).join('').trimEnd()}…`;
}
