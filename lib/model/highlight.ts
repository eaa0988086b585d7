import type { EntityId, PartialDate } from './entity';

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

/**
 * W3C Web Annotation: where in the page's text, as `lib/dom` reads it, end exclusive. In UTF-16 units
 * here; the model counts characters, and files have it so (lib/interchange).
 */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
  /** Characters of two units before `start`. Absent in highlights of version 0.1.0, which counted none. */
  pairs?: number;
}

/** W3C Web Annotation: element paths with offsets into the text of the element, in UTF-16 units. */
export interface RangeSelector {
  type: 'RangeSelector';
  startSelector: { type: 'XPathSelector'; value: string };
  endSelector: { type: 'XPathSelector'; value: string };
  startOffset: number;
  endOffset: number;
  /** Characters of two units before either end, in its element. Absent as above. */
  startPairs?: number;
  endPairs?: number;
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
  /**
   * Who published the page, and when, as it says itself or the reader does; absent where nobody
   * said, empty where the reader took it away.
   */
  publisher?: string;
  published?: PartialDate;
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

/** A stretch of time: its name, and the moment at which it ends; '' for both of what is no moment. */
export interface Period {
  key: string;
  end: string;
}

/** The month of a moment (ISO 8601) in the reader's time zone, `YYYY-MM`. */
export function monthOf(moment: string): Period {
  return periodOf(moment, (year, month) => ({
    key: `${year}-${twoDigits(month + 1)}`,
    end: new Date(year, month + 1),
  }));
}

/** The day of a moment in the reader's time zone, `YYYY-MM-DD`. */
export function dayOf(moment: string): Period {
  return periodOf(moment, (year, month, day) => ({
    key: `${year}-${twoDigits(month + 1)}-${twoDigits(day)}`,
    end: new Date(year, month, day + 1),
  }));
}

function periodOf(
  moment: string,
  of: (year: number, month: number, day: number) => { key: string; end: Date },
): Period {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return { key: '', end: '' };
  const { key, end } = of(date.getFullYear(), date.getMonth(), date.getDate());
  return { key, end: end.toISOString() };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
