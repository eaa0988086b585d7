import type { EntityId } from './entity';

/** The four colours a highlight may have; also the last part of its registry name. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;
/** The longest quote that is kept, in UTF-16 units: some hundred pages of a book. */
export const MOST_QUOTE_UNITS = 200_000;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** W3C Web Annotation: the quote with the text around it. Text as the page showed it. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/** W3C Web Annotation: code units of the page's text as `lib/dom` reads it, end exclusive. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

/** W3C Web Annotation: element paths with offsets into the text of the element. */
export interface RangeSelector {
  type: 'RangeSelector';
  startSelector: { type: 'XPathSelector'; value: string };
  endSelector: { type: 'XPathSelector'; value: string };
  startOffset: number;
  endOffset: number;
}

/**
 * Short pieces of the page's text, as lib/anchor compares it, each of which stood on it once: those
 * before and after the passage and its context, each list in the page's order.
 */
export interface Landmarks {
  before: string[];
  after: string[];
  /** How many of all of them stood before a passage like the one kept: each number once, ascending. */
  rivals: number[];
}

export interface HighlightSelectors {
  quote: TextQuoteSelector;
  /** Absent in highlights imported from elsewhere. */
  position?: TextPositionSelector;
  range?: RangeSelector;
  /**
   * What the passages most like it on the page weighed when it was saved, the heaviest first, as
   * lib/anchor weighs them. Absent in highlights of version 0.1.0 and of others.
   */
  rivals?: number[];
  /** Absent where `rivals` are. */
  landmarks?: Landmarks;
}

/** A passage the reader saved. One record in the store; dates are ISO 8601 in UTC. */
export interface Highlight {
  /** A UUID, the same in every export. */
  id: string;
  /** What groups addresses of one page: see page-key.ts. */
  pageKey: string;
  /** The address as it was when saved. */
  url: string;
  title: string;
  selectors: HighlightSelectors;
  colour: HighlightColour;
  note: string;
  tags: string[];
  /** Entities named in the passage. */
  entities: EntityId[];
  createdAt: string;
  /** Never earlier than before a change, though the clock went back meanwhile. */
  modifiedAt: string;
  /** 1 when it was made, raised with each change: of two states of one record the later has more. */
  revision: number;
  /** The reader chose to keep it as text: no longer looked for on its page. */
  detached?: true;
}

/** What a page sends to be saved; the background adds id, dates and revision. */
export type HighlightDraft = Omit<Highlight, 'id' | 'createdAt' | 'modifiedAt' | 'revision'>;
