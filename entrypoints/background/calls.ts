import { browser } from 'wxt/browser';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { parseOwnFile } from '@/lib/dataset/own-entries';
import { database, type Knowledge, knowledge } from '@/lib/knowledge/knowledge';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { tellPage } from '@/lib/messages/client';
import type { BackgroundCalls, CallError } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { ignoreForm, readSettings } from '@/lib/messages/settings';
import { inScript } from '@/lib/model/in-script';
import { err, ok, type Result } from '@/lib/model/result';
import { inPageMessages } from '@/lib/model/translate';
import type { GovGlossDb } from '@/lib/store/db';
import type { StoreError } from '@/lib/store/errors';
import {
  addHighlight,
  changeHighlight,
  highlightsOfPage,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/highlights';
import { cardOf } from '@/lib/store/queries';
import { toTraditional } from '@/lib/text/traditional';
import { reportNames } from './badge';
import { isOpen } from './open-tab';
import { openProfile } from './profile';
import { cancelCheck, checkFeed, rollBack, saveOwnEntries, scheduleUpdate } from './updates';

function asCallError<T>(result: Result<T, StoreError>): Result<T, CallError> {
  return result.ok ? result : err({ code: result.error, detail: '' });
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
  work: (db: GovGlossDb) => Promise<Result<T, StoreError>>,
): Promise<Result<T, CallError>> {
  const db = await database();
  return db ? asCallError(await work(db)) : err({ code: 'store-unavailable', detail: '' });
}

/** Tells open pages other than the sender's that their highlights may have changed. */
async function spreadHighlights(senderTab: number | null): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) =>
      id === undefined || id === senderTab ? null : tellPage(id, 'highlightsChanged', null),
    ),
  );
}

/** Answers of the background, one a call. */
export const backgroundCalls: Handlers<BackgroundCalls> = {
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

  async reportNames({ ids }, { tabId, frameId }) {
    if (tabId !== null) await reportNames(tabId, frameId, ids);
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

  listHighlights: ({ pageKey }) => withDb((db) => highlightsOfPage(db, pageKey)),

  async saveHighlight({ id, draft }, { tabId }) {
    const saved = await withDb((db) => addHighlight(db, id, draft, new Date()));
    if (saved.ok) await spreadHighlights(tabId);
    return saved;
  },

  async updateHighlight({ id, change }, { tabId }) {
    const changed = await withDb((db) => changeHighlight(db, id, change, new Date()));
    if (changed.ok) await spreadHighlights(tabId);
    return changed;
  },

  async deleteHighlight({ id }, { tabId }) {
    const removed = await withDb((db) => removeHighlight(db, id));
    if (removed.ok) await spreadHighlights(tabId);
    return removed;
  },

  async restoreHighlight({ highlight }, { tabId }) {
    const restored = await withDb((db) => restoreHighlight(db, highlight));
    if (restored.ok) await spreadHighlights(tabId);
    return restored;
  },

  async ignoreForm({ form, host, ignored }) {
    await ignoreForm({ form, host }, ignored);
    return ok(null);
  },

  checkFeed: async () => ok(await checkFeed('by-reader')),

  async cancelCheck() {
    cancelCheck();
    return ok(null);
  },

  async rollBack() {
    const version = await rollBack();
    return version.ok || version.error === 'no-previous'
      ? ok(version.ok ? version.value : null)
      : err({ code: version.error, detail: '' });
  },

  async saveOwnEntries({ file }) {
    const own = parseOwnFile(file);
    if (!own.ok) return err({ code: 'bad-request', detail: own.error });
    const saved = await saveOwnEntries(own.value);
    return saved.ok ? saved : err({ code: saved.error, detail: '' });
  },

  async feedChanged() {
    await scheduleUpdate();
    return ok(null);
  },
};
