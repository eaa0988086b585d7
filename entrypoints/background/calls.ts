import { browser } from 'wxt/browser';
import { inScript } from '@/lib/language/in-script';
import { inPageMessages } from '@/lib/language/translate';
import { gazetteerOf } from '@/lib/library/gazetteer';
import { asked, type Library } from '@/lib/library/library';
import { preparedLibrary } from '@/lib/library/prepare';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { keepLine } from '@/lib/messages/error-log';
import type { BackgroundCalls, CallError } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { readSettings } from '@/lib/messages/settings';
import { err, ok, type Result } from '@/lib/model/result';
import { cardOf } from '@/lib/store/queries';
import { toTraditional } from '@/lib/text/traditional';
import { recount, reportNames } from './badge';
import { dataCalls } from './data-calls';
import { noteCalls } from './note-calls';
import { isOpen } from './open-tab';
import { passageCalls } from './passages';
import { openProfile } from './profile';
import { settingsCalls } from './settings-calls';
import { mayRead } from './sites';

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

/** Answers of the background, one a call. */
export const backgroundCalls: Handlers<BackgroundCalls> = {
  ...dataCalls,
  ...noteCalls,
  ...passageCalls,
  ...settingsCalls,

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

  async reportError({ where, message }) {
    keepLine(where, message);
    return ok(null);
  },

  async reportPointer({ id }, { tabId }) {
    await browser.storage.session.set({ pointer: { id, tabId } });
    return ok(null);
  },
};
