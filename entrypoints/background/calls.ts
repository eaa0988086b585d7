import { browser } from 'wxt/browser';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { inScript } from '@/lib/language/in-script';
import { inPageMessages } from '@/lib/language/translate';
import { database, type Knowledge, knowledge } from '@/lib/library/knowledge';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { tellOpenPages } from '@/lib/messages/client';
import type { BackgroundCalls, CallError } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import { readSettings } from '@/lib/messages/settings';
import { err, ok, type Result } from '@/lib/model/result';
import type { GovGlossDb } from '@/lib/store/db';
import type { StoreError } from '@/lib/store/errors';
import {
  addHighlight,
  type Conflict,
  changeHighlight,
  highlightsOfPage,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/highlights';
import { cardOf } from '@/lib/store/queries';
import { toTraditional } from '@/lib/text/traditional';
import { recount, reportNames } from './badge';
import { dataCalls } from './data-calls';
import { isOpen } from './open-tab';
import { openProfile } from './profile';
import { settingsCalls } from './settings-calls';
import { mayRead } from './sites';
import { aboutOwnSite } from './trust';

function asCallError<T>(result: Result<T, StoreError | Conflict>): Result<T, CallError> {
  if (result.ok) return result;
  const { error } = result;
  if (typeof error === 'string') return err({ code: error, detail: '' });
  return err({ code: error.code, detail: `revision ${error.current.revision}` });
}

/** Every answer about entities needs a dataset; without one the call says so. */
async function withKnowledge<T>(
  work: (known: Knowledge) => Promise<Result<T, CallError>>,
): Promise<Result<T, CallError>> {
  const known = await knowledge();
  return known.ok ? work(known.value) : err({ code: known.error, detail: '' });
}

/** Highlights need the database; without one every call about them says so. */
async function withDb<T>(
  work: (db: GovGlossDb) => Promise<Result<T, StoreError | Conflict>>,
): Promise<Result<T, CallError>> {
  const db = await database();
  return db ? asCallError(await work(db)) : err({ code: 'store-unavailable', detail: '' });
}

/** Open pages other than the sender's, whose highlights may have changed, are told. */
function spreadHighlights({ tabId }: Sender): Promise<void> {
  return tellOpenPages('highlightsChanged', null, tabId);
}

/** Answers of the background, one a call. */
export const backgroundCalls: Handlers<BackgroundCalls> = {
  ...dataCalls,
  ...settingsCalls,

  getGazetteer: ({ version }) =>
    withKnowledge(async ({ gazetteer }) => {
      const known = gazetteer.version === version;
      return ok({ version: gazetteer.version, gazetteer: known ? null : gazetteer.data });
    }),

  async getStrings() {
    const language = interfaceLanguage(await readSettings());
    return ok({ language, messages: inPageMessages(await readCatalogue(language)) });
  },

  async loadViews(_, { tabId, frameId }) {
    if (tabId === null) return err({ code: 'bad-request', detail: 'no tab' });
    const target = { tabId, frameIds: [frameId] };
    try {
      await browser.scripting.executeScript({ target, files: ['/page-views.js'] });
      return ok(null);
    } catch (error) {
      if (await isOpen(tabId)) throw error;
      return err({ code: 'disconnected', detail: 'the tab was closed' });
    }
  },

  getCard: ({ id, rivals, script }) =>
    withKnowledge(async ({ source }) => {
      const card = await cardOf(source, id, rivals);
      if (!card.ok) return err({ code: card.error, detail: id });
      return script === 'zh-Hant' ? ok(inScript(card.value, toTraditional)) : card;
    }),

  async openProfile({ id }) {
    await openProfile(id);
    return ok(null);
  },

  async mayRead(_, sender) {
    return ok(await mayRead(sender));
  },

  async reportNames({ ids }, { tabId, frameId }) {
    if (tabId !== null) await reportNames(tabId, frameId, ids);
    return ok(null);
  },

  async framesWent(_, { tabId }) {
    if (tabId !== null) await recount(tabId);
    return ok(null);
  },

  async reportPointer({ id }, { tabId }) {
    await browser.storage.session.set({ pointer: { id, tabId } });
    return ok(null);
  },

  async describePassage({ text, span }) {
    if (span.start >= span.end || span.end > text.length) {
      return err({ code: 'bad-request', detail: 'describePassage: no such span' });
    }
    return ok(describe(text, span));
  },

  async anchorHighlights({ text, selectors }) {
    return ok(selectors.map(createAnchorer(text)));
  },

  listHighlights: ({ pageKey }, sender) =>
    aboutOwnSite(pageKey, sender, () => withDb((db) => highlightsOfPage(db, pageKey))),

  saveHighlight: ({ id, draft }, sender) =>
    aboutOwnSite(draft.pageKey, sender, async () => {
      const saved = await withDb((db) => addHighlight(db, id, draft, new Date()));
      if (saved.ok) await spreadHighlights(sender);
      return saved;
    }),

  async updateHighlight({ id, change, base }, sender) {
    const changed = await withDb((db) => changeHighlight(db, id, change, new Date(), base));
    if (changed.ok) await spreadHighlights(sender);
    return changed;
  },

  async deleteHighlight({ id }, sender) {
    const removed = await withDb((db) => removeHighlight(db, id, new Date()));
    if (removed.ok) await spreadHighlights(sender);
    return removed;
  },

  restoreHighlight: ({ highlight }, sender) =>
    aboutOwnSite(highlight.pageKey, sender, async () => {
      const restored = await withDb((db) => restoreHighlight(db, highlight));
      if (restored.ok) await spreadHighlights(sender);
      return restored;
    }),
};
