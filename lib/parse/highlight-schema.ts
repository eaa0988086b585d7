import * as v from 'valibot';
import {
  HIGHLIGHT_COLOURS,
  type Highlight,
  type HighlightDraft,
  MOST_QUOTE_UNITS,
} from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';

/** Longest passage that can be kept, in UTF-16 units: a long article, far below message limits. */

/** More passages like one than are ever weighed. */
const MOST_RIVALS = 64;
/** More landmarks on one side of a passage than there are on a page of any length, and longer ones. */
const MOST_LANDMARKS = 200;
const MOST_LANDMARK_UNITS = 32;
/** Of an address and of a title, in UTF-16 units. */
export const MOST_ADDRESS_UNITS = 20_000;
const MOST_TITLE_UNITS = 4000;

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
    exact: filled(MOST_QUOTE_UNITS),
    prefix: text(4000),
    suffix: text(4000),
  }),
  position: v.exactOptional(
    v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  ),
  range: v.exactOptional(rangeSelectorSchema),
  rivals: v.exactOptional(v.pipe(v.array(offset), v.maxLength(MOST_RIVALS))),
  landmarks: v.exactOptional(landmarks),
});

/** What the reader says of a passage. */
export const changeable = {
  colour: v.picklist(HIGHLIGHT_COLOURS),
  note: text(100_000),
  tags: v.pipe(v.array(filled(100)), v.maxLength(100)),
};

const said = {
  ...changeable,
  pageKey: cut(MOST_ADDRESS_UNITS),
  url: cut(MOST_ADDRESS_UNITS),
  title: cut(MOST_TITLE_UNITS),
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
