import { gazetteerOf } from '@/lib/library/gazetteer';
import { namesOf } from '@/lib/library/names';
import { logError } from '@/lib/messages/error-log';
import { packFound } from '@/lib/messages/found-names';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import { readSettings } from '@/lib/messages/settings';
import { ok } from '@/lib/model/result';
import { shownOn } from '@/lib/model/settings';
import { siteOf } from './sites';
import { withLibrary } from './with-library';

/** What failed in a text, told of once: a rule that fails does so on page after page. */
const failures = new Set<string>();

export function logFailure(error: unknown): void {
  const failure = String(error);
  if (failures.has(failure)) return;
  failures.add(failure);
  logError(error, 'finding names');
}

/** Whether the sender's page may see which of its words are the reader's own entries. */
async function mayShowOwn(sender: Sender): Promise<boolean> {
  const [settings, site] = await Promise.all([readSettings(), siteOf(sender)]);
  return shownOn(settings, site ? new URL(site).hostname : '').own;
}

/** Finds names for pages, which carry no gazetteer of their own unless they never rest. */
export const nameCalls: Handlers<Pick<BackgroundCalls, 'findNames' | 'getGazetteer'>> = {
  getGazetteer: ({ version }, sender) =>
    withLibrary(async (library) => {
      const { key, data } = await gazetteerOf(library, await mayShowOwn(sender));
      return ok({ version: key, gazetteer: key === version ? null : data });
    }),

  findNames: (question, sender) =>
    withLibrary(async (library) => {
      const { key, finder } = await namesOf(library, await mayShowOwn(sender));
      const hostDivision = finder.divisionOfHost(question.host);
      return ok(packFound(finder.find(question, logFailure), { version: key, hostDivision }));
    }),
};
