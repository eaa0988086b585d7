import * as v from 'valibot';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { database } from '@/lib/library/database';
import { tellOpenPages } from '@/lib/messages/client';
import type { BackgroundCalls, CallError, PassageInText } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import type { Highlight, HighlightSelectors } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { selectorsSchema } from '@/lib/parse/highlight-schema';
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
import { isOnSite, isOwnPage, mayBeFiled, refusal } from './trust';

/** Highlights need the database; without one every call about them says so. */
async function withDb<T>(
  work: (db: GovGlossDb) => Promise<Result<T, StoreError | Conflict>>,
): Promise<Result<T, CallError>> {
  const db = await database();
  const done = db ? await work(db) : err('store-unavailable' as const);
  if (done.ok) return done;
  const { error } = done;
  if (typeof error === 'string') return err({ code: error, detail: '' });
  return err({ code: error.code, detail: `revision ${error.current.revision}` });
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

type PassageCalls = Pick<
  BackgroundCalls,
  'keepPassage' | 'placePassages' | 'updateHighlight' | 'deleteHighlight' | 'restoreHighlight'
>;

const ANOTHER_SITE = refusal("another site's highlights");

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
  async keepPassage({ id, passage, about }, sender) {
    const isOwn = isOnSite(sender, about.url) && mayBeFiled(sender, about.pageKey);
    if (!isOwn) return ANOTHER_SITE;
    const selectors = describeIn(passage);
    if (!selectors.ok) return selectors;
    const draft = { ...about, selectors: selectors.value };
    return writeTo(sender, id, (db) => addHighlight(db, id, draft, new Date()));
  },

  async placePassages({ pageKey, formerKey, search }, sender) {
    if (!mayBeFiled(sender, pageKey)) return ANOTHER_SITE;
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

  async restoreHighlight({ highlight }, sender) {
    const isOwn = isOnSite(sender, highlight.url) && mayBeFiled(sender, highlight.pageKey);
    if (!isOwn) return ANOTHER_SITE;
    return writeTo(sender, highlight.id, (db) => restoreHighlight(db, highlight));
  },
};
