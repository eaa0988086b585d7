import { siteOfHost } from '@/lib/address/same-site';
import { parseOwnFile } from '@/lib/dataset/own-entries';
import { database } from '@/lib/library/database';
import { openProblem } from '@/lib/library/open-problem';
import type { DataCalls } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { err, ok } from '@/lib/model/result';
import { saveFeed } from './feed';
import { startInTab } from './sites';
import { cancelCheck, checkFeed, rollBack, saveOwnEntries } from './updates';

/** Answers to our own pages; what they change is no business of web pages (ranks.ts). */
export const dataCalls: Handlers<DataCalls> = {
  openLibrary: async () =>
    (await database()) ? ok(null) : err({ code: await openProblem(), detail: '' }),

  async saveFeed(feed) {
    const saved = await saveFeed(feed);
    return saved.ok ? saved : err({ code: saved.error, detail: '' });
  },

  checkFeed: async () => ok(await checkFeed('by-reader')),

  async cancelCheck() {
    await cancelCheck();
    return ok(null);
  },

  async rollBack() {
    const version = await rollBack();
    if (version.ok) return version;
    return version.error === 'no-previous' ? ok(null) : err({ code: version.error, detail: '' });
  },

  async startInTab({ tabId, once }) {
    await startInTab(tabId, once);
    return ok(null);
  },

  siteOfHost: async ({ host }) => ok(siteOfHost(host)),

  async saveOwnEntries({ file }) {
    const own = parseOwnFile(file);
    if (!own.ok) return err({ code: 'bad-request', detail: own.error });
    const saved = await saveOwnEntries(own.value);
    return saved.ok ? saved : err({ code: saved.error, detail: '' });
  },
};
