import search from 'approx-string-match';
import type { TextPositionSelector, TextQuoteSelector } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';

/** Characters of context that Hypothesis keeps on each side. */
const CONTEXT_UNITS = 32;

/** What Hypothesis keeps of a passage. */
interface HypothesisSelectors {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
}

/** Describes a passage as Hypothesis does. */
export function describeAsHypothesis(text: string, { start, end }: Span): HypothesisSelectors {
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT_UNITS), start),
      suffix: text.slice(end, end + CONTEXT_UNITS),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

/**
 * Hypothesis's published approach, written from its description, to compare with: the position if
 * the text there is equal; else all exact occurrences of the quote; else its closest approximate
 * matches with at most min(256, half the quote) errors. Candidates are scored quote 50, prefix 20,
 * suffix 20, position 2, and the best one is taken, however low its score.
 */
export function anchorAsHypothesis(text: string, selectors: HypothesisSelectors): Span | null {
  const { quote, position } = selectors;
  if (text.slice(position.start, position.end) === quote.exact) return position;
  const matches = closest(text, quote.exact, Math.min(256, quote.exact.length / 2));
  let best: Span | null = null;
  let bestScore = -1;
  for (const match of matches) {
    const before = text.slice(Math.max(0, match.start - quote.prefix.length), match.start);
    const after = text.slice(match.end, match.end + quote.suffix.length);
    const away = Math.abs(match.start - position.start) / text.length;
    const score =
      50 * (1 - match.errors / quote.exact.length) +
      20 * contextScore(before, quote.prefix) +
      20 * contextScore(after, quote.suffix) +
      2 * (1 - away);
    if (score > bestScore) {
      bestScore = score;
      best = { start: match.start, end: match.end };
    }
  }
  return best;
}

interface Match extends Span {
  errors: number;
}

function closest(text: string, pattern: string, maxErrors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, pattern, maxErrors);
}

function contextScore(text: string, context: string): number {
  if (context === '') return 1;
  if (text === '') return 0;
  const [match] = closest(text, context, context.length);
  return match ? 1 - match.errors / context.length : 0;
}
