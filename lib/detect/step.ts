import { gapEnd, gapStart, isQuote } from '@/lib/text/noise';
import { NOISE, type Roles } from './roles';

/** ”“ between two parts of a name, both quoted. */
const MAX_QUOTES = 2;

/**
 * Index of the next character of a name after the one that ends before `from`, or -1 where there
 * is none. Most steps end at its first look.
 */
export function nextIndex(text: string, from: number, { right }: Roles): number {
  if (from >= text.length) return -1;
  if ((right[text.charCodeAt(from)]! & NOISE) === 0) return from;
  let at = gapEnd(text, from);
  for (let quotes = 0; quotes < MAX_QUOTES && at >= 0 && at < text.length; quotes++) {
    if (!isQuote(text.charCodeAt(at))) return at;
    at = gapEnd(text, at + 1);
  }
  return at < text.length ? at : -1;
}

/** Index of the character of a name before the one at `to`, or -1 where there is none. */
export function previousIndex(text: string, to: number, { right }: Roles): number {
  if (to <= 0) return -1;
  if ((right[text.charCodeAt(to - 1)]! & NOISE) === 0) return to - 1;
  let at = gapStart(text, to);
  for (let quotes = 0; quotes < MAX_QUOTES && at > 0; quotes++) {
    if (!isQuote(text.charCodeAt(at - 1))) return at - 1;
    at = gapStart(text, at - 1);
  }
  return at - 1;
}
