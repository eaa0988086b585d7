import { fieldsOf, listOf, textOf } from './fields';

/** A TextQuoteSelector's own fields, as a file has them. */
export interface QuoteFields {
  exact: string;
  prefix: unknown;
  suffix: unknown;
}

/** How deep selectors may refine each other before nobody means them. */
const DEEPEST = 8;

/** All quotes among selectors, in order: also those that refine another selector. */
export function quotesOf(selectors: unknown, depth = 0): QuoteFields[] {
  if (depth > DEEPEST) return [];
  return listOf(selectors).flatMap((selector) => {
    const { type, exact, prefix, suffix, refinedBy } = fieldsOf(selector);
    const isQuote = listOf(type).some((name) => /(?:^|[:/#])TextQuoteSelector$/.test(`${name}`));
    const words = textOf(exact);
    const own = isQuote && words !== null ? [{ exact: words, prefix, suffix }] : [];
    return [...own, ...quotesOf(refinedBy, depth + 1)];
  });
}
