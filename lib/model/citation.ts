/** The styles a citation can be had in: GB/T 7714—2015, APA, Chicago, and one without a style's signs. */
export const CITATION_STYLES = ['gbt7714', 'apa', 'chicago', 'plain'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A citation as text, and as the HTML that word processors take from the clipboard. */
export interface Citation {
  text: string;
  html: string;
}
