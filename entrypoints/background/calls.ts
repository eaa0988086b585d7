import { browser } from 'wxt/browser';
import { inPageMessages } from '@/lib/language/translate';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { keepLine } from '@/lib/messages/error-log';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { readSettings } from '@/lib/messages/settings';
import { err, ok } from '@/lib/model/result';
import { recount, reportNames } from './badge';
import { cardCalls } from './card-calls';
import { dataCalls } from './data-calls';
import { nameCalls } from './find-names';
import { noteCalls } from './note-calls';
import { isOpen } from './open-tab';
import { passageCalls } from './passages';
import { openProfile } from './profile';
import { settingsCalls } from './settings-calls';
import { mayRead } from './sites';

/** Answers of the background, one a call. */
export const backgroundCalls: Handlers<BackgroundCalls> = {
  ...cardCalls,
  ...dataCalls,
  ...noteCalls,
  ...nameCalls,
  ...passageCalls,
  ...settingsCalls,

  async getStrings() {
    const language = interfaceLanguage(await readSettings());
    return ok({ language, messages: inPageMessages(await readCatalogue(language)) });
  },

  async loadScript({ script }, { tabId, frameId }) {
    if (tabId === null) return err({ code: 'bad-request', detail: 'no tab' });
    const target = { tabId, frameIds: [frameId] };
    try {
      await browser.scripting.executeScript({ target, files: [`/${script}.js`] });
      return ok(null);
    } catch (error) {
      if (await isOpen(tabId)) throw error;
      return err({ code: 'disconnected', detail: 'the tab was closed' });
    }
  },

  async openProfile({ id }) {
    await openProfile(id);
    return ok(null);
  },

  async mayRead(_, sender) {
    return ok(await mayRead(sender));
  },

  async reportNames(names, { tabId, frameId }) {
    if (tabId !== null) await reportNames(tabId, frameId, names);
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
