import * as v from 'valibot';
import { describe } from '@/lib/anchor/describe';
import { namesOf } from '@/lib/library/names';
import { preparedLibrary } from '@/lib/library/prepare';
import type { PassageInText } from '@/lib/messages/passage-schema';
import type { CallError } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import type { EntityId } from '@/lib/model/entity';
import type { HighlightDraft, HighlightSelectors } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { overlaps, type Span } from '@/lib/model/span';
import { type AboutPassage, selectorsSchema } from '@/lib/parse/highlight-schema';
import { logFailure } from './find-names';
import { siteOf } from './sites';

/** Of the paragraph around a passage so much, in UTF-16 units, says what is meant in it. */
const PARAGRAPH_UNITS = 2_000;

/** What is to be kept of a passage of a page's text: where it stands, and what it names. */
export async function draftIn(
  passage: PassageInText,
  about: AboutPassage,
  sender: Sender,
): Promise<Result<HighlightDraft, CallError>> {
  const selectors = describeIn(passage);
  if (!selectors.ok) return selectors;
  const entities = await namedIn(passage, about, sender);
  return ok({ ...about, selectors: selectors.value, entities });
}

/** Describes a span of a page's text by what surrounds it. */
export function describeIn({
  text,
  span,
  range,
}: PassageInText): Result<HighlightSelectors, CallError> {
  if (span.start >= span.end || span.end > text.length) {
    return err({ code: 'bad-request', detail: 'no such span' });
  }
  const selectors = { ...describe(text, span), ...(range ? { range } : {}) };
  // What the store could not read again, a whole book for a passage, must not get there.
  if (v.is(selectorsSchema, selectors)) return ok(selectors);
  return err({ code: 'bad-request', detail: 'too long to be kept' });
}

/** The entities that a passage names; none where they cannot be had: keeping does not need them. */
async function namedIn(
  { text, span }: PassageInText,
  { title }: AboutPassage,
  sender: Sender,
): Promise<EntityId[]> {
  const around = paragraphsAround(text, span);
  const inside = { start: span.start - around.start, end: span.end - around.start };
  const sections = [{ heading: '', texts: [text.slice(around.start, around.end)] }];
  try {
    const [library, site] = await Promise.all([preparedLibrary(), siteOf(sender)]);
    if (!library.ok) return [];
    const { finder } = await namesOf(library.value);
    const page = { host: site ? new URL(site).hostname : '', title, refused: [] };
    const [mentions = []] = finder.find({ ...page, sections }, logFailure);
    const named = mentions.filter((each) => !each.quiet && overlaps(each, inside));
    return [...new Set(named.map(({ entity }) => entity))];
  } catch (error) {
    logFailure(error);
    return [];
  }
}

/** The whole paragraphs a passage stands in, as far as they are not too long. */
function paragraphsAround(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return {
    start: Math.max(from, start - PARAGRAPH_UNITS),
    end: Math.min(to === -1 ? text.length : to, end + PARAGRAPH_UNITS),
  };
}
