import * as v from 'valibot';
import {
  HIGHLIGHT_COLOURS,
  type Highlight,
  type HighlightDraft,
  MOST_QUOTE_UNITS,
} from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';

/** More passages like one than are ever weighed. */
const MOST_RIVALS = 64;
/** More landmarks on one side of a passage than there are on a page of any length, and longer ones. */
const MOST_LANDMARKS = 200;
const MOST_LANDMARK_UNITS = 32;
/** Of an address, in UTF-16 units. */
export const MOST_ADDRESS_UNITS = 20_000;

/**
 * The longest of each text of a highlight, in UTF-16 units, and the most tags. A quote is as long as
 * a long article, far below what a message may hold.
 */
export const LIMITS = {
  quote: MOST_QUOTE_UNITS,
  ...{ context: 4000, title: 4000, note: 100_000, tag: 100, tags: 100 },
  publisher: 200,
  address: MOST_ADDRESS_UNITS,
};

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const filled = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
/** Cut where it is too long, not refused: a page's title says nothing of what the reader keeps. */
export const cut = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((value) =>
      value.length <= max ? value : value.slice(0, max).replace(/[\ud800-\udbff]$/, ''),
    ),
  );
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const path = v.object({ type: v.literal('XPathSelector'), value: text(4000) });

export const rangeSelectorSchema = v.object({
  type: v.literal('RangeSelector'),
  startSelector: path,
  endSelector: path,
  startOffset: offset,
  endOffset: offset,
  startPairs: v.exactOptional(offset),
  endPairs: v.exactOptional(offset),
});

const landmarkPieces = v.pipe(v.array(filled(MOST_LANDMARK_UNITS)), v.maxLength(MOST_LANDMARKS));
const landmarks = v.object({
  before: landmarkPieces,
  after: landmarkPieces,
  rivals: v.pipe(v.array(offset), v.maxLength(2 * MOST_LANDMARKS + 1)),
});

/** Where a highlight is, in the terms of the W3C Web Annotation model. */
export const selectorsSchema = v.object({
  quote: v.object({
    type: v.literal('TextQuoteSelector'),
    exact: filled(LIMITS.quote),
    prefix: text(LIMITS.context),
    suffix: text(LIMITS.context),
  }),
  position: v.exactOptional(
    v.object({
      type: v.literal('TextPositionSelector'),
      start: offset,
      end: offset,
      pairs: v.exactOptional(offset),
    }),
  ),
  range: v.exactOptional(rangeSelectorSchema),
  rivals: v.exactOptional(v.pipe(v.array(offset), v.maxLength(MOST_RIVALS))),
  landmarks: v.exactOptional(landmarks),
});

/** What the reader says of a passage. */
export const changeable = {
  colour: v.picklist(HIGHLIGHT_COLOURS),
  note: text(LIMITS.note),
  tags: v.pipe(v.array(filled(LIMITS.tag)), v.maxLength(LIMITS.tags)),
};

/** Of the page a passage is of; empty where the reader took it away. A day is as in the dataset. */
const publication = {
  publisher: v.exactOptional(text(LIMITS.publisher)),
  published: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:\d{4}(?:-\d\d){0,2})?$/))),
};

const said = {
  ...changeable,
  ...publication,
  pageKey: cut(MOST_ADDRESS_UNITS),
  url: cut(MOST_ADDRESS_UNITS),
  title: cut(LIMITS.title),
};

/** All of a highlight but what it is known by. */
export const about = {
  ...said,
  entities: v.pipe(v.array(filled(200)), v.maxLength(5000)),
  detached: v.exactOptional(v.literal(true)),
};

const timestamp = v.pipe(v.string(), v.isoTimestamp());

/** More changes than anyone makes: what claims more was not written by us. */
const MOST_REVISIONS = 1_000_000_000;
const revision = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_REVISIONS));

/** What a page says of a passage to be kept. */
export type AboutPassage = Omit<HighlightDraft, 'selectors' | 'entities' | 'detached'>;

/** What it names, and where it stands, is for the background to describe. */
export const aboutPassageSchema: v.GenericSchema<unknown, AboutPassage> = v.object(said);

/** What may be changed of a saved highlight; absent fields stay. */
export const highlightChangeSchema = v.object({
  colour: v.exactOptional(changeable.colour),
  note: v.exactOptional(changeable.note),
  tags: v.exactOptional(changeable.tags),
  selectors: v.exactOptional(selectorsSchema),
  detached: v.exactOptional(v.literal(true)),
  ...publication,
});
export type HighlightChange = v.InferOutput<typeof highlightChangeSchema>;

/** A whole record. Version 0.1.0 and other tools' files count no revisions: theirs is the first. */
export const highlightSchema: v.GenericSchema<unknown, Highlight> = v.object({
  ...about,
  selectors: selectorsSchema,
  id: filled(200),
  createdAt: timestamp,
  modifiedAt: timestamp,
  revision: v.fallback(revision, 1),
});

/** Reads one record from the store or a file; the error names the field and what is wrong. */
export function parseHighlight(value: unknown): Result<Highlight, string> {
  const parsed = v.safeParse(highlightSchema, value);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  return err(`${v.getDotPath(issue) ?? 'record'}: ${issue.message}`);
}

const searchedSchema = v.object({
  id: v.string(),
  selectors: v.object({ quote: v.object({ exact: v.string() }) }),
  note: v.string(),
  tags: v.array(v.string()),
  title: v.string(),
  url: v.string(),
});
/** What is searched of a highlight. */
export type Searched = v.InferOutput<typeof searchedSchema>;

/**
 * Of a stored row what a search looks through, in a tenth of the time that the whole takes; null where it
 * is not there. Of a row that has it the whole may be unreadable still.
 */
export function parseSearched(row: unknown): Searched | null {
  const parsed = v.safeParse(searchedSchema, row);
  return parsed.success ? parsed.output : null;
}
