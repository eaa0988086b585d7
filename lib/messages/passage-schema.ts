import * as v from 'valibot';
import type { RangeSelector } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import { rangeSelectorSchema } from '@/lib/parse/highlight-schema';

/** Longest page that is searched for highlights: messages end at 64 MiB in Chromium. */
const MAX_PAGE_UNITS = 20_000_000;
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The text of a page. */
export const pageText = v.pipe(v.string(), v.maxLength(MAX_PAGE_UNITS));

/** A span of a page's text, and where it lies among the page's elements where a path can say so. */
export interface PassageInText {
  text: string;
  span: Span;
  range?: RangeSelector;
}

/** Reads one. */
export const passageSchema = v.object({
  text: pageText,
  span: v.object({ start: offset, end: offset }),
  range: v.exactOptional(rangeSelectorSchema),
});
