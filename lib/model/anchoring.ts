import type { Span } from './span';

/**
 * Where a highlight is on a page's text. `score` is 0 to 1. `ambiguous`: several places fit equally
 * well, none is chosen. `missing`: no place is good enough; the best one, if any, is offered.
 */
export type Anchoring =
  | { state: 'found'; span: Span; score: number }
  | { state: 'ambiguous'; spans: Span[]; score: number }
  | { state: 'missing'; candidate: { span: Span; score: number } | null };
