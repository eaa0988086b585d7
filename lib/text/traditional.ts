import { createConverter } from './convert';
import { PAIRS, PHRASES } from './traditional-data';

let converter: ((text: string) => string) | null = null;

/** Quotation marks of simplified text, with what they enclose. An apostrophe is no such pair. */
const SINGLE_QUOTES = /‘([^‘’]*)’/g;

/** A Chinese text with the quotation marks that traditional script has: “” is 「」, and ‘’ is 『』. */
export function traditionalQuotes(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  return text.replace(SINGLE_QUOTES, '『$1』').replaceAll('“', '「').replaceAll('”', '」');
}

/**
 * A simplified text as readers of traditional script see it, spelled and quoted as the interface is
 * (裡, 群, 台, 「」). Its characters agree with OpenCC's on every text of the dataset, which is
 * tested; elsewhere rare phrases may come out character by character. For display only: matching
 * folds variants instead (fold.ts).
 */
export function toTraditional(text: string): string {
  converter ??= createConverter(PAIRS, PHRASES);
  return traditionalQuotes(converter(text));
}
