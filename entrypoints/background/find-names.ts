import { gazetteerOf } from '@/lib/library/gazetteer';
import { namesOf } from '@/lib/library/names';
import { logError } from '@/lib/messages/error-log';
import { packFound } from '@/lib/messages/found-names';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { ok } from '@/lib/model/result';
import { withLibrary } from './with-library';

/** What failed in a text, told of once: a rule that fails does so on page after page. */
const failures = new Set<string>();

export function logFailure(error: unknown): void {
  const failure = String(error);
  if (failures.has(failure)) return;
  failures.add(failure);
  logError(error, 'finding names');
}

/** Finds names for pages, which carry no gazetteer of their own unless they never rest. */
export const nameCalls: Handlers<Pick<BackgroundCalls, 'findNames' | 'getGazetteer'>> = {
  getGazetteer: ({ version }) =>
    withLibrary(async (library) => {
      const { key, data } = await gazetteerOf(library);
      return ok({ version: key, gazetteer: key === version ? null : data });
    }),

  findNames: (question) =>
    withLibrary(async (library) => {
      const { key, finder } = await namesOf(library);
      const hostDivision = finder.divisionOfHost(question.host);
      return ok(packFound(finder.find(question, logFailure), { version: key, hostDivision }));
    }),
};
