import * as v from 'valibot';
import { UPDATE_ENDINGS } from '@/lib/model/update-ending';
import { storedItem } from './stored-item';

/*
 * What the background leaves for the views: kept in the browser's storage, read when one opens.
 */

/** Why the newest dataset is not in use, or null when it is. */
export const { read: readDatasetProblem, write: noteDatasetProblem } = storedItem(
  'local',
  'dataset-problem',
  v.string(),
);

const newsSchema = v.object({ at: v.string(), restored: v.number(), lost: v.number() });
/** Highlights that were put back after the browser had lost them, and that were lost for good. */
export type LibraryNews = v.InferOutput<typeof newsSchema>;

/** What became of the library, until the reader has seen it; null when nothing is to be said. */
export const { read: readLibraryNews, write: noteLibraryNews } = storedItem(
  'local',
  'library-news',
  newsSchema,
);

const progressSchema = v.object({ done: v.number(), total: v.number() });
export type UpdateProgress = v.InferOutput<typeof progressSchema> | null;

/** How far a running update is, in files; null when none runs. */
export const { read: readProgress, write: noteProgress } = storedItem(
  'session',
  'update-progress',
  progressSchema,
);

const outcomeSchema = v.object({
  at: v.string(),
  result: v.picklist(UPDATE_ENDINGS),
  detail: v.string(),
  /** The manifest that was seen last, and the feed it came from. */
  etag: v.nullable(v.string()),
  feed: v.string(),
  failures: v.number(),
});
/** How the last check of the feed ended; `failures` counts those in a row. */
export type UpdateOutcome = v.InferOutput<typeof outcomeSchema>;

/** How the last check of the feed ended, or null before the first. */
export const { read: readOutcome, write: noteOutcome } = storedItem(
  'local',
  'update-outcome',
  outcomeSchema,
);

const dueSchema = v.object({ feed: v.string(), at: v.number() });

/** When which feed is to be asked next, or null while none was named: no start of the browser counts anew. */
export const { read: readDue, write: noteDue } = storedItem('local', 'update-due', dueSchema);
