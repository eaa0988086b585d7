import type { Span } from '@/lib/model/span';
import { runAfter, runBefore } from './distance';

/** Units around words, on both sides together, that make another place with them a copy of the same text. */
const SAME_UNITS = 64;
/** So many places are told of: nobody steps through more. */
const MAX_COPIES = 16;
const WHITE = /\s/g;

/**
 * The other places of a text where the words of a span stand in the same surroundings, the nearest first:
 * an article that is on its page once for wide windows and once for narrow ones.
 */
export function copiesOf(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 2 * SAME_UNITS), start);
  const after = text.slice(end, end + 2 * SAME_UNITS);
  const copies: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (at === start) continue;
    const past = at + words.length;
    const left = runBefore(before, text, at);
    const right = runAfter(after, text, past);
    // Of what repeats itself no place is a copy of another; copies beside each other share the break between.
    if (Math.abs(at - start) + 2 < left + words.length + right) continue;
    const same = before.slice(before.length - left) + after.slice(0, right);
    if (same.replace(WHITE, '').length >= SAME_UNITS) copies.push({ start: at, end: past });
  }
  const far = (span: Span) => Math.abs(span.start - start);
  return copies.sort((a, b) => far(a) - far(b)).slice(0, MAX_COPIES);
}
