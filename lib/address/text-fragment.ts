import type { TextQuoteSelector } from '@/lib/model/highlight';

/** Quotes longer than this, in UTF-16 units, are named by their ends: addresses have limits. */
const WHOLE = 120;
/** What of a long quote names each of its ends. */
const END = 24;

/** Half a surrogate pair, which no address can hold: a page or an import may have cut one. */
const HALF = /\p{Surrogate}/gu;

/** One part of a text directive; its own punctuation is escaped beside what an address escapes. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(HALF, '\ufffd').trim()).replace(/-/g, '%2D');
}

/** Cuts between characters, never inside one. */
function ends(text: string): [string, string] {
  const characters = [...text];
  return [characters.slice(0, END).join(''), characters.slice(-END).join('')];
}

/**
 * The address of a page with a text directive (`#:~:text=`), by which the browser itself scrolls
 * to a quote: https://wicg.github.io/scroll-to-text-fragment/. The page's own fragment stays.
 */
export function withTextFragment(url: string, quote: TextQuoteSelector): string {
  const exact = quote.exact.trim();
  const [start, end] = ends(exact);
  const crossesBlocks = /\n/.test(exact);
  const directive =
    exact.length <= WHOLE && !crossesBlocks
      ? encode(exact)
      : `${encode(start.split('\n')[0] ?? '')},${encode(end.split('\n').at(-1) ?? '')}`;
  const plain = url.replace(/:~:.*$/s, '');
  return `${plain}${plain.includes('#') ? '' : '#'}:~:text=${directive}`;
}
