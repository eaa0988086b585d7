import type { Span } from '@/lib/model/span';

/** Ends a sentence in Chinese and Latin text. A full stop in Latin text needs a space after it. */
const SENTENCE_END = /[。！？!?…]+[”’」』）)]*|\.(?=\s)|\n\s*\n/g;

/** The sentence of a text that a span lies in, without white space at its ends, in UTF-16 units. */
export function sentenceAround(text: string, span: Span): Span {
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length;
    if (after <= span.start) start = after;
    else if (match.index >= span.end) {
      end = after;
      break;
    }
  }
  return trimSpan(text, { start, end });
}

/** The span without white space at its ends; empty when it holds nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const from = start + (slice.length - slice.trimStart().length);
  return { start: from, end: Math.max(from, end - (slice.length - slice.trimEnd().length)) };
}
