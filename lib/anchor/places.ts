import search from 'approx-string-match';
import type { Span } from '@/lib/model/span';
import { runAfter, runBefore, similarity } from './distance';
import { alignBoundary, EDGE_UNITS } from './edge';
import type { GramIndex } from './gram-index';
import { MAX_CONTEXT_UNITS } from './normal-text';

/** A quote with the text around it, in normal units. */
export interface Passage {
  exact: string;
  prefix: string;
  suffix: string;
}

/** A place the quote may be, in units of the normal text. */
export interface QuotePlace extends Span {
  /** 1 where the quote stands there unchanged, less by the share of it that differs. */
  quoteSimilarity: number;
}

/** Occurrences of one quote that are looked at closely. */
const MAX_OCCURRENCES = 64;
/** Share of a passage that may differ for a place to be looked at; the bar for accepting is higher. */
const MAX_ERROR_SHARE = 0.45;
/** Quotes longer than this are looked for by their two ends: the search costs quote × area. */
const MAX_SEARCHED_UNITS = 256;
/** Units by which the edge of a rough place may be off. */
const EDGE_SLACK_UNITS = 16;
/** Share by which an edited quote may be longer or shorter. */
const MAX_STRETCH = 0.5;

/**
 * Places where the quote stands unchanged, in order; of very many, those whose surroundings agree
 * longest with its context, and of those the ones nearest to where it was.
 */
export function exactPlaces(
  text: string,
  { exact, prefix, suffix }: Passage,
  was = 0,
): QuotePlace[] {
  const places: (QuotePlace & { run: number })[] = [];
  for (let at = text.indexOf(exact); at >= 0 && exact !== ''; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const run = runBefore(prefix, text, at) + runAfter(suffix, text, end);
    places.push({ start: at, end, quoteSimilarity: 1, run });
  }
  if (places.length <= MAX_OCCURRENCES) return places;
  return places
    .sort((a, b) => b.run - a.run || Math.abs(a.start - was) - Math.abs(b.start - was))
    .slice(0, MAX_OCCURRENCES)
    .sort((a, b) => a.start - b.start);
}

/** Places where something like the quote stands, or something between its contexts. */
export function similarPlaces(text: string, index: GramIndex, quote: Passage): QuotePlace[] {
  const { exact, prefix, suffix } = quote;
  const before = prefix.slice(-EDGE_UNITS);
  const after = suffix.slice(0, EDGE_UNITS);
  const passage = before + exact + after;
  const isLong = exact.length > MAX_SEARCHED_UNITS;
  const alone = isLong ? placesByEnds(text, index, exact) : roughly(text, index, exact);
  const between = isLong
    ? []
    : roughly(text, index, passage).map(({ start, end }) => ({
        start: start + before.length,
        end: end - after.length,
      }));
  const sharp = [...alone, ...between].map((rough) => sharpen(text, quote, rough));
  const places = new Map<string, QuotePlace>();
  // Where the contexts have gone, their traces may mislead: the quote's own edges are places too.
  for (const span of [...sharp, ...alone]) {
    const key = `${span.start}-${span.end}`;
    if (span.start >= span.end || places.has(key)) continue;
    const quoteSimilarity = similarity(exact, text.slice(span.start, span.end));
    places.set(key, { ...span, quoteSimilarity });
  }
  return [...places.values()];
}

/** Places of a long quote: of its head and its tail, at about its distance. */
function placesByEnds(text: string, index: GramIndex, exact: string): Span[] {
  const heads = roughly(text, index, exact.slice(0, MAX_SEARCHED_UNITS));
  const tails = roughly(text, index, exact.slice(-MAX_SEARCHED_UNITS));
  const slack = exact.length * MAX_STRETCH;
  return heads.flatMap(({ start }) =>
    tails
      .filter(({ end }) => Math.abs(end - start - exact.length) <= slack)
      .map(({ end }) => ({ start, end })),
  );
}

/**
 * Where a passage stands about. The search answers only the closest matches; searching again on
 * both sides of them brings out the runners-up, without which nobody could say whether the best is
 * clearly the best.
 */
function roughly(text: string, index: GramIndex, passage: string): Span[] {
  return index.areasLike(passage).flatMap((area) => {
    const best = closest(text, passage, area);
    const first = best[0];
    const last = best.at(-1);
    if (!first || !last) return [];
    return [
      ...closest(text, passage, { start: area.start, end: first.start }),
      ...best,
      ...closest(text, passage, { start: last.end, end: area.end }),
    ];
  });
}

function closest(text: string, passage: string, within: Span): Span[] {
  const maxErrors = Math.floor(passage.length * MAX_ERROR_SHARE);
  const found = search(text.slice(within.start, within.end), passage, maxErrors);
  return found.map(({ start, end }) => ({
    start: within.start + start,
    end: within.start + end,
  }));
}

/** Puts the edges of a rough place where quote and context meet. */
function sharpen(text: string, { exact, prefix, suffix }: Passage, rough: Span): Span {
  const reach = EDGE_UNITS + EDGE_SLACK_UNITS;
  const edgeNear = (left: string, right: string, at: number) => {
    const from = Math.max(0, at - reach);
    const { first, last } = alignBoundary(left, right, text.slice(from, at + reach));
    return { first: from + first, last: from + last };
  };
  const head = exact.slice(0, EDGE_UNITS);
  const tail = exact.slice(-EDGE_UNITS);
  const start = edgeNear(prefix.slice(-EDGE_UNITS), head, rough.start).last;
  const end = edgeNear(tail, suffix.slice(0, EDGE_UNITS), rough.end).first;
  return {
    start: Math.max(start, MAX_CONTEXT_UNITS),
    end: Math.min(end, text.length - MAX_CONTEXT_UNITS),
  };
}
