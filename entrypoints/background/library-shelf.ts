import { database } from '@/lib/library/database';
import { openProblem } from '@/lib/library/open-problem';
import { logError } from '@/lib/messages/error-log';
import type { CallError } from '@/lib/messages/protocol';
import { err, ok, type Result } from '@/lib/model/result';
import {
  addHighlight,
  type Conflict,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/change-highlights';
import type { GovGlossDb } from '@/lib/store/db';
import type { StoreError } from '@/lib/store/errors';
import { highlightById, highlightsOfPage } from '@/lib/store/highlights';
import { showOnItsPage } from './kept-pages';
import type { Shelf } from './shelf';

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

/** The reader's library. */
export const libraryShelf: Shelf = {
  get: (id) =>
    withDb(async (db) => {
      const found = await highlightById(db, id);
      return found ? ok(found) : err('unknown-id');
    }),
  ofPage: (pageKey) => withDb((db) => highlightsOfPage(db, pageKey)),
  async add(id, draft) {
    const added = await withDb((db) => addHighlight(db, id, draft, new Date()));
    // Kept it is, whether or not it can be shown when the reader is back.
    if (added.ok) await showOnItsPage(added.value).catch((error) => logError(error, 'kept pages'));
    return added;
  },
  change: (id, change, base) => withDb((db) => changeHighlight(db, id, change, new Date(), base)),
  remove: (id) => withDb((db) => removeHighlight(db, id, new Date())),
  restore: (highlight) => withDb((db) => restoreHighlight(db, highlight)),
};
