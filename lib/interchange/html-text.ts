const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Tags of the elements a highlight's HTML is made of, so that `a < b` in a plain text stays. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi;
const BLOCK_END = /<\/(?:p|h[1-6]|li|tr|div|blockquote|pre|figure|table)\s*>|<br\s*\/?>/gi;

/** The text of a fragment of HTML, blocks apart by line ends; a plain text is its own text. */
export function plainText(html: string): string {
  if (html.search(TAG) < 0) return html;
  return html
    .replace(BLOCK_END, '\n')
    .replace(TAG, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => character(name) ?? whole)
    .trim();
}

function character(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const isHex = name[1]?.toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
