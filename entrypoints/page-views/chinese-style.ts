/**
 * Families made for Chinese text with serifs (宋, 明) or after the brush (仿宋, 楷), and those without
 * (黑), by the names pages give them: the systems', the foundries', the free ones.
 */
const SERIF = /宋|明|楷|song|ming|kai|simsun|noto serif|source han serif|biaukai/iu;
const SANS = /黑|雅|hei|dengxian|pingfang|hiragino|noto sans|source han sans/iu;

/**
 * How a page sets its Chinese text, by its `font-family`: the first family of which that is known
 * decides, then the keyword. Null when it says nothing of that.
 */
export function chineseStyle(fontFamily: string): 'serif' | 'sans-serif' | null {
  const families = fontFamily.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? [];
  for (const family of families.map((each) => each.trim())) {
    if (family === 'serif' || family === 'sans-serif') return family;
    if (SANS.test(family)) return 'sans-serif';
    if (SERIF.test(family)) return 'serif';
  }
  return null;
}
