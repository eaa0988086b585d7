import type { Landmarks, TextPositionSelector, TextQuoteSelector } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import { pairsIn } from '@/lib/text/pairs';
import { GramIndex } from './gram-index';
import { chooseLandmarks } from './landmarks';
import { MAX_CONTEXT_UNITS, normalisePage, toNormal } from './normal-text';
import { contextUnits, findRivals } from './rivals';
import { SinglePieces } from './single-pieces';
import { apart, Weighing } from './weigh';

/** Most source units of one context, glosses and spaces included: what lib/parse lets pass. */
const MAX_SOURCE_UNITS = 4000;

/** Moves a cut off the middle of a surrogate pair, by the step. */
function wholeCharacter(text: string, at: number, step: 1 | -1): number {
  const unit = text.charCodeAt(at);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return at > 0 && at < text.length && isLow ? at + step : at;
}

/**
 * Describes a non-empty span of a page's text by quote and position, in the text's own characters:
 * what a reader selected is kept as it was shown, normalising is left to anchoring. Landmarks, which
 * nobody reads, are kept normalised.
 */
export function describe(
  text: string,
  span: Span,
): {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
  rivals: number[];
  landmarks: Landmarks;
} {
  const normal = normalisePage(text, 'skip');
  const here = toNormal(normal, span);
  const { rivals, places } = findRivals(normal.text, here, new GramIndex(normal.text));
  const units = contextUnits(rivals, {
    before: here.start - MAX_CONTEXT_UNITS,
    after: normal.text.length - MAX_CONTEXT_UNITS - here.end,
  });
  // Away from the quote, since less context than this would say that there are no such rivals.
  const from = Math.max(
    wholeCharacter(text, normal.sourceOf[here.start - units.before]!, -1),
    wholeCharacter(text, span.start - MAX_SOURCE_UNITS, 1),
  );
  const to = Math.min(
    wholeCharacter(text, normal.sourceOf[here.end + units.after]!, 1),
    wholeCharacter(text, span.end + MAX_SOURCE_UNITS, -1),
  );
  const known = { start: here.start - units.before, end: here.end + units.after };
  const weighing = new Weighing(normal.text, {
    exact: normal.text.slice(here.start, here.end),
    prefix: normal.text.slice(known.start, here.start),
    suffix: normal.text.slice(here.end, known.end),
  });
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(span.start, span.end),
      prefix: text.slice(Math.min(from, span.start), span.start),
      suffix: text.slice(span.end, Math.max(to, span.end)),
    },
    position: {
      type: 'TextPositionSelector',
      start: span.start,
      end: span.end,
      pairs: pairsIn(text, span.start),
    },
    rivals: weighing.weightsBeside(here, apart(places.map((place) => weighing.weigh(place)))),
    landmarks: chooseLandmarks(normal.text, new SinglePieces(normal.text), known, places),
  };
}
