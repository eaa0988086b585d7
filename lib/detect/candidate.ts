import type { Span } from '@/lib/model/span';

/**
 * A place where the characters of a surface form stand in a text: not yet a mention, for the
 * characters may belong to neighbouring words (隆[重庆]祝). `start` and `end` are UTF-16 units of
 * the text as given; the span begins with the form's first character and ends after its last, so
 * it never takes in a gloss, space or bracket at either edge, though it may hold them inside.
 */
export interface Candidate extends Span {
  /** Index into the gazetteer's forms. */
  form: number;
}
