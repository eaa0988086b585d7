import type { Span } from './span';

/**
 * Where a highlight is on a page's text. `score` is 0 to 1. `others` are places that fit as well as the
 * one found, which is the nearest to where it was. `ambiguous`: several fit equally well, and nobody
 * knows where it was. `missing`: no place is good enough; the best one, if any, is offered.
 */
export type Anchoring =
  | { state: 'found'; span: Span; score: number; others?: Span[] }
  | { state: 'ambiguous'; spans: Span[]; score: number }
  | { state: 'missing'; candidate: { span: Span; score: number } | null };
