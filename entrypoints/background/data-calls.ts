import { parseOwnFile } from '@/lib/dataset/own-entries';
import { database } from '@/lib/library/database';
import { openProblem } from '@/lib/library/open-problem';
import type { CallError, DataCalls } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { err, ok, type Result } from '@/lib/model/result';
import { startInTab } from './sites';
import { forOwnPages } from './trust';
import { cancelCheck, checkFeed, rollBack, saveOwnEntries } from './updates';

/** Answers to our own pages; what they change is no business of web pages. */
export const dataCalls: Handlers<DataCalls> = {
  openLibrary: forOwnPages(async () =>
    (await database()) ? ok(null) : err({ code: await openProblem(), detail: '' }),
  ),

  checkFeed: forOwnPages(async () => ok(await checkFeed('by-reader'))),

  cancelCheck: forOwnPages(async () => {
    await cancelCheck();
    return ok(null);
  }),

  rollBack: forOwnPages(async (): Promise<Result<string | null, CallError>> => {
    const version = await rollBack();
    if (version.ok) return version;
    return version.error === 'no-previous' ? ok(null) : err({ code: version.error, detail: '' });
  }),

  startInTab: forOwnPages(async ({ tabId }) => {
    await startInTab(tabId);
    return ok(null);
  }),

  saveOwnEntries: forOwnPages(async ({ file }) => {
    const own = parseOwnFile(file);
    if (!own.ok) return err({ code: 'bad-request', detail: own.error });
    const saved = await saveOwnEntries(own.value);
    return saved.ok ? saved : err({ code: saved.error, detail: '' });
  }),
};
