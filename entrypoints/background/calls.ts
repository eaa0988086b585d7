import { browser } from 'wxt/browser';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { inScript } from '@/lib/language/in-script';
import { inPageMessages } from '@/lib/language/translate';
import { database } from '@/lib/library/database';
import { gazetteerOf } from '@/lib/library/gazetteer';
import { asked, type Library } from '@/lib/library/library';
import { preparedLibrary } from '@/lib/library/prepare';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { tellOpenPages } from '@/lib/messages/client';
import type { BackgroundCalls, CallError } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import { ignoreForm, readSettings } from '@/lib/messages/settings';
import { err, ok, type Result } from '@/lib/model/result';
import { createTurns } from '@/lib/resource/in-turn';
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
import { recount, reportNames } from './badge';
import { dataCalls } from './data-calls';
import { isOpen } from './open-tab';
import { openProfile } from './profile';
import { mayRead } from './sites';
import { aboutOwnSite } from './trust';

function asCallError<T>(result: Result<T, StoreError>): Result<T, CallError> {
  return result.ok ? result : err({ code: result.error, detail: '' });
}

/** Every answer about entities needs a dataset; without one the call says so. */
async function withLibrary<T>(
  work: (library: Library) => Promise<Result<T, CallError>>,
): Promise<Result<T, CallError>> {
  const library = await preparedLibrary();
  if (!library.ok) return err({ code: library.error, detail: '' });
  return asked(
    library.value,
    () => work(library.value),
    (answer) => !answer.ok,
  );
}

/** Highlights need the database; without one every call about them says so. */
async function withDb<T>(
  work: (db: GovGlossDb) => Promise<Result<T, StoreError>>,
): Promise<Result<T, CallError>> {
  const db = await database();
  return db ? asCallError(await work(db)) : err({ code: 'store-unavailable', detail: '' });
}

/** Open pages other than the sender's, whose highlights may have changed, are told. */
function spreadHighlights({ tabId }: Sender): Promise<void> {
  return tellOpenPages('highlightsChanged', null, tabId);
}

/** Two pages may refuse a name at once: each reads the list it adds to. */
const inTurn = createTurns();

/** Answers of the background, one a call. */
export const backgroundCalls: Handlers<BackgroundCalls> = {
  ...dataCalls,

  getGazetteer: ({ version }) =>
    withLibrary(async (library) => {
      const { key, data } = await gazetteerOf(library);
      return ok({ version: key, gazetteer: key === version ? null : data });
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
    withLibrary(async ({ source }) => {
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

  async updateHighlight({ id, change }, sender) {
    const changed = await withDb((db) => changeHighlight(db, id, change, new Date()));
    if (changed.ok) await spreadHighlights(sender);
    return changed;
  },

  async deleteHighlight({ id }, sender) {
    const removed = await withDb((db) => removeHighlight(db, id));
    if (removed.ok) await spreadHighlights(sender);
    return removed;
  },

  restoreHighlight: ({ highlight }, sender) =>
    aboutOwnSite(highlight.pageKey, sender, async () => {
      const restored = await withDb((db) => restoreHighlight(db, highlight));
      if (restored.ok) await spreadHighlights(sender);
      return restored;
    }),

  ignoreForm: ({ form, host, ignored }) =>
    inTurn(async () => {
      try {
        await ignoreForm({ form, host }, ignored);
        return ok(null);
      } catch (error) {
        return err({ code: 'storage-full', detail: String(error) });
      }
    }),
};
