import type { HighlightSelectors } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import { isInvisible } from '@/lib/text/noise';
import { webAddress } from './page-key';
import { findDirective, type TextDirective, writeDirective } from './text-directive';
import { type IsEdge, isSureEdge, isWordEdge } from './word-edges';

/** Quotes longer than this, in UTF-16 units, are named by their ends: addresses have limits. */
const WHOLE = 120;
/** What of a long quote names each of its ends. */
const END = 24;
/** Context of words that stand elsewhere on the page too, and of words of which nobody knows. */
const CONTEXT = { rivals: 32, unknown: 16 };
/** A context is cut at an edge every dictionary has, if one comes within this. */
const REACH = 24;
/** What a link to a passage is made of: its words and contexts, and whether it has rivals on its page. */
export type Linked = Pick<HighlightSelectors, 'quote' | 'rivals'>;

/**
 * The address of a page with a text directive (`#:~:text=`), by which the browser itself scrolls
 * to a quote: https://wicg.github.io/scroll-to-text-fragment/. The page's own fragment stays. Words that
 * may stand elsewhere too, or that end within a word, get a prefix or suffix. Each directive is tried on
 * what is known of the page first (`findDirective`); where none leads to the quote, the address is plain.
 */
export function withTextFragment(url: string, selectors: Linked): string {
  const plain = url.replace(/#?:~:.*$/s, '');
  const directive = webAddress(url) ? directiveFor(selectors) : null;
  if (!directive) return plain;
  return `${plain}${plain.includes('#') ? '' : '#'}:~:${writeDirective(directive)}`;
}

/** A text as it is drawn: what cannot be seen left out, white space as one space, blocks apart. */
function drawn(text: string): string {
  const seen = [...text].filter((character) => !isInvisible(character.charCodeAt(0))).join('');
  return seen.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n');
}

function directiveFor({ quote, rivals }: Linked): TextDirective | null {
  const before = drawn(quote.prefix);
  const selected = drawn(quote.exact);
  const text = before + selected + drawn(quote.suffix);
  const exact = selected.trim();
  if (exact === '') return null;
  const start = before.length + selected.indexOf(exact);
  const span = { start, end: start + exact.length };
  const parts = partsOf(exact);
  const leads = (directive: TextDirective, isEdge: IsEdge) => {
    const place = findDirective(text, directive, isEdge);
    return place?.start === span.start && place.end === span.end;
  };
  const within = (units: number) => contextsOf(text, span, units, parts);
  // The ends of a long quote may stand elsewhere though the whole does not.
  if (rivals?.length === 0 && parts.end === '') {
    const [both, left, right, none] = within(1);
    const fewest = [none, right, left, both];
    const found =
      fewest.find((each) => leads(each, isSureEdge)) ??
      fewest.find((each) => leads(each, isWordEdge));
    if (found) return found;
  }
  const units = rivals && rivals.length > 0 ? CONTEXT.rivals : CONTEXT.unknown;
  return within(units).find((each) => leads(each, isWordEdge)) ?? null;
}

/** A directive with both contexts, with either, and with none. */
function contextsOf(
  text: string,
  span: Span,
  units: number,
  parts: Pick<TextDirective, 'start' | 'end'>,
): [TextDirective, TextDirective, TextDirective, TextDirective] {
  const prefix = contextBefore(text, span.start, units);
  const suffix = contextAfter(text, span.end, units);
  return [
    { ...parts, prefix, suffix },
    { ...parts, prefix, suffix: '' },
    { ...parts, prefix: '', suffix },
    { ...parts, prefix: '', suffix: '' },
  ];
}

/** A quote whole, or the ends of one that is long or stands in several blocks. */
function partsOf(exact: string): Pick<TextDirective, 'start' | 'end'> {
  const blocks = exact.split('\n');
  if (exact.length <= WHOLE && blocks.length === 1) return { start: exact, end: '' };
  const first = blocks[0] ?? '';
  const last = blocks.at(-1) ?? '';
  const head = edgeFrom(first, Math.min(END, first.length), 1, first.length);
  const tail = edgeFrom(last, Math.max(0, last.length - END), -1, 0);
  return { start: first.slice(0, head).trim(), end: last.slice(tail).trim() };
}

/** What stands before a place in its block, or the end of the block before: about as much as asked. */
function contextBefore(text: string, at: number, units: number): string {
  const end = text.slice(0, at).trimEnd().length;
  const from = text.lastIndexOf('\n', end - 1) + 1;
  const block = text.slice(from, end);
  // What is known of the page may begin within a word.
  const least = from === 0 ? 1 : 0;
  return block.slice(edgeFrom(block, Math.max(least, block.length - units), -1, least)).trim();
}

/** What stands after a place in its block, or the beginning of the block after. */
function contextAfter(text: string, at: number, units: number): string {
  const start = text.length - text.slice(at).trimStart().length;
  const to = text.indexOf('\n', start);
  const block = text.slice(start, to < 0 ? undefined : to);
  const most = to < 0 ? block.length - 1 : block.length;
  return block.slice(0, edgeFrom(block, Math.min(units, most), 1, most)).trim();
}

/**
 * An edge at or after a place, in a direction and as far as a limit: one that every dictionary has, if
 * it comes soon, or the nearest one; the limit itself where there is none.
 */
function edgeFrom(text: string, from: number, step: 1 | -1, limit: number): number {
  const far = Math.abs(limit - from);
  for (const [isEdge, reach] of [
    [isSureEdge, Math.min(far, REACH)],
    [isWordEdge, far],
  ] as const) {
    for (let by = 0; by <= reach; by++) {
      const at = from + by * step;
      if (!/[\udc00-\udfff]/.test(text[at] ?? '') && isEdge(text, at)) return at;
    }
  }
  return limit;
}
