/** The faces of our stacks (components/surface/tokens.css) as keywords, which no page can define. */
const KEYWORDS: Record<string, string> = {
  sans: 'sans-serif',
  serif: 'serif',
  pinyin: 'sans-serif',
};

/**
 * A style sheet of ours for a root in a page. A page may define a font under any name, with a file
 * for each character it wants to hear of: only keywords are asked for. And custom properties are
 * inherited from the page, which may also register them for the whole document: ours get names that
 * it cannot guess, the same for every sheet with the same `secret`.
 */
export function privateCss(css: string, secret: string): string {
  return css
    .replace(/var\(--(sans|serif|pinyin)\)/g, (_, face: string) => KEYWORDS[face] ?? 'sans-serif')
    .replaceAll('--', `--${secret}-`);
}
