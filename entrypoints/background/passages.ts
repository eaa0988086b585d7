import * as v from 'valibot';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { database } from '@/lib/library/database';
import { namesOf } from '@/lib/library/names';
import { openProblem } from '@/lib/library/open-problem';
import { preparedLibrary } from '@/lib/library/prepare';
import { tellOpenPages } from '@/lib/messages/client';
import type { BackgroundCalls, CallError, PassageInText } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight, HighlightSelectors } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { overlaps, type Span } from '@/lib/model/span';
import { type AboutPassage, selectorsSchema } from '@/lib/parse/highlight-schema';
import {
  addHighlight,
  type Conflict,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/change-highlights';
import type { GovGlossDb } from '@/lib/store/db';
import type { StoreError } from '@/lib/store/errors';
import { highlightById, highlightsOfPage } from '@/lib/store/highlights';
import { logFailure } from './find-names';
import { siteOf } from './sites';
import { aboutOwnSite, isOnSite, isOwnPage, mayBeFiled, refusal } from './trust';

/** Of the paragraph around a passage so much, in UTF-16 units, says what is meant in it. */
const PARAGRAPH_UNITS = 2_000;

/** Highlights need the database; without one every call about them says so. */
async function withDb<T>(
  work: (db: GovGlossDb) => Promise<Result<T, StoreError | Conflict>>,
): Promise<Result<T, CallError>> {
  const db = await database();
  const done = db ? await work(db) : err(await openProblem());
  if (done.ok) return done;
  const { error } = done;
  if (typeof error === 'string') return err({ code: error, detail: '' });
  const { code, current } = error;
  return err({ code, detail: `revision ${current.revision}`, current });
}

/** A write; open pages other than the sender's, whose highlights it may have changed, are told. */
async function write(
  { tabId }: Sender,
  work: (db: GovGlossDb) => Promise<Result<Highlight, StoreError | Conflict>>,
): Promise<Result<Highlight, CallError>> {
  const done = await withDb(work);
  if (done.ok) await tellOpenPages('highlightsChanged', null, tabId);
  return done;
}

function describeIn({ text, span, range }: PassageInText): Result<HighlightSelectors, CallError> {
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
    const named = mentions.filter((mention) => overlaps(mention, inside));
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

type PassageCalls = Pick<
  BackgroundCalls,
  'keepPassage' | 'placePassages' | 'updateHighlight' | 'deleteHighlight' | 'restoreHighlight'
>;

/** To who is on another site than it was kept on, a highlight does not exist. */
async function isTheirs(db: GovGlossDb, id: string, sender: Sender): Promise<boolean> {
  const kept = isOwnPage(sender) ? null : await highlightById(db, id);
  return kept === null || isOnSite(sender, kept.url);
}

/** A change to a highlight of the sender's site. */
function writeTo(
  sender: Sender,
  id: string,
  work: (db: GovGlossDb) => Promise<Result<Highlight, StoreError | Conflict>>,
): Promise<Result<Highlight, CallError>> {
  return write(sender, async (db) =>
    (await isTheirs(db, id, sender)) ? work(db) : err('unknown-id'),
  );
}

/**
 * The highlights of a page that were kept on its site. Those that 0.1.0 filed elsewhere, by a canonical
 * address, are filed anew; what cannot be written now is told all the same, and tried the next time.
 */
async function keptOn(
  db: GovGlossDb,
  pageKey: string,
  formerKey: string | undefined,
  sender: Sender,
): Promise<Result<Highlight[], StoreError>> {
  const lists = await Promise.all(
    [pageKey, ...(formerKey ? [formerKey] : [])].map((key) => highlightsOfPage(db, key)),
  );
  const kept: Highlight[] = [];
  for (const list of lists) {
    if (!list.ok) return list;
    for (const highlight of list.value.filter(({ url }) => isOnSite(sender, url))) {
      if (highlight.pageKey === pageKey) kept.push(highlight);
      else {
        const filed = await changeHighlight(db, highlight.id, { pageKey }, new Date());
        kept.push(filed.ok ? filed.value : { ...highlight, pageKey });
      }
    }
  }
  return ok(kept);
}

/** Answers about what the reader keeps. */
export const passageCalls: Handlers<PassageCalls> = {
  keepPassage: ({ id, passage, about }, sender) =>
    aboutOwnSite(about, sender, async () => {
      const selectors = describeIn(passage);
      if (!selectors.ok) return selectors;
      const entities = await namedIn(passage, about, sender);
      const draft = { ...about, selectors: selectors.value, entities };
      return writeTo(sender, id, (db) => addHighlight(db, id, draft, new Date()));
    }),

  async placePassages({ pageKey, formerKey, search }, sender) {
    if (!mayBeFiled(sender, pageKey)) return refusal("another site's highlights");
    const kept = await withDb((db) => keptOn(db, pageKey, formerKey, sender));
    if (!kept.ok) return kept;
    const wanted = search && new Set(search.ids);
    const place = search && createAnchorer(search.text);
    return ok(
      kept.value
        .filter(({ id }) => wanted?.has(id) ?? true)
        .map((highlight) => ({ highlight, anchoring: place?.(highlight.selectors) ?? null })),
    );
  },

  async updateHighlight({ id, change, passage, base }, sender) {
    const selectors = passage ? describeIn(passage) : null;
    if (selectors && !selectors.ok) return selectors;
    const moved = selectors ? { ...change, selectors: selectors.value } : change;
    return writeTo(sender, id, (db) => changeHighlight(db, id, moved, new Date(), base));
  },

  deleteHighlight: ({ id }, sender) =>
    writeTo(sender, id, (db) => removeHighlight(db, id, new Date())),

  restoreHighlight: ({ highlight }, sender) =>
    aboutOwnSite(highlight, sender, () =>
      writeTo(sender, highlight.id, (db) => restoreHighlight(db, highlight)),
    ),
};
