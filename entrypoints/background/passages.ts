import * as v from 'valibot';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { database } from '@/lib/library/database';
import { openProblem } from '@/lib/library/open-problem';
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
import { highlightsOfPage } from '@/lib/store/highlights';
import { aboutOwnSite } from './trust';

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

type PassageCalls = Pick<
  BackgroundCalls,
  'keepPassage' | 'placePassages' | 'updateHighlight' | 'deleteHighlight' | 'restoreHighlight'
>;

/** Answers about what the reader keeps. */
export const passageCalls: Handlers<PassageCalls> = {
  keepPassage: ({ id, passage, about }, sender) =>
    aboutOwnSite(about.pageKey, sender, async () => {
      const selectors = describeIn(passage);
      if (!selectors.ok) return selectors;
      const draft = { ...about, selectors: selectors.value };
      return write(sender, (db) => addHighlight(db, id, draft, new Date()));
    }),

  placePassages: ({ pageKey, search }, sender) =>
    aboutOwnSite(pageKey, sender, async () => {
      const kept = await withDb((db) => highlightsOfPage(db, pageKey));
      if (!kept.ok) return kept;
      const wanted = search && new Set(search.ids);
      const place = search && createAnchorer(search.text);
      return ok(
        kept.value
          .filter(({ id }) => wanted?.has(id) ?? true)
          .map((highlight) => ({ highlight, anchoring: place?.(highlight.selectors) ?? null })),
      );
    }),

  async updateHighlight({ id, change, passage, base }, sender) {
    const selectors = passage ? describeIn(passage) : null;
    if (selectors && !selectors.ok) return selectors;
    const moved = selectors ? { ...change, selectors: selectors.value } : change;
    return write(sender, (db) => changeHighlight(db, id, moved, new Date(), base));
  },

  deleteHighlight: ({ id }, sender) => write(sender, (db) => removeHighlight(db, id, new Date())),

  restoreHighlight: ({ highlight }, sender) =>
    aboutOwnSite(highlight.pageKey, sender, () =>
      write(sender, (db) => restoreHighlight(db, highlight)),
    ),
};
