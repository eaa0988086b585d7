import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { UPDATE_ENDINGS } from '@/lib/model/update-ending';

/** What the background leaves for the views: kept in the browser's storage, read when one opens. */
const PROBLEM = 'dataset-problem';
const PROGRESS = 'update-progress';
const OUTCOME = 'update-outcome';
const DUE = 'update-due';

const problemSchema = v.fallback(v.nullable(v.string()), null);

/** Notes that the packaged dataset could not be used, and how; null clears the note. */
export async function noteDatasetProblem(detail: string | null): Promise<void> {
  await browser.storage.local.set({ [PROBLEM]: detail });
}

/** Why the newest dataset is not in use, or null when it is. */
export async function readDatasetProblem(): Promise<string | null> {
  return v.parse(problemSchema, (await browser.storage.local.get(PROBLEM))[PROBLEM] ?? null);
}

const progressSchema = v.fallback(
  v.nullable(v.object({ done: v.number(), total: v.number() })),
  null,
);
export type UpdateProgress = v.InferOutput<typeof progressSchema>;

/** Notes how far a running update is, in files; null when none runs. */
export async function noteProgress(progress: UpdateProgress): Promise<void> {
  await browser.storage.session.set({ [PROGRESS]: progress });
}

/** How far a running update is, in files; null when none runs. */
export async function readProgress(): Promise<UpdateProgress> {
  return v.parse(progressSchema, (await browser.storage.session.get(PROGRESS))[PROGRESS] ?? null);
}

const outcomeSchema = v.fallback(
  v.nullable(
    v.object({
      at: v.string(),
      result: v.picklist(UPDATE_ENDINGS),
      detail: v.string(),
      /** The manifest that was seen last, and the feed it came from. */
      etag: v.nullable(v.string()),
      feed: v.string(),
      failures: v.number(),
    }),
  ),
  null,
);
/** How the last check of the feed ended; `failures` counts those in a row. */
export type UpdateOutcome = NonNullable<v.InferOutput<typeof outcomeSchema>>;

/** Keeps how the last check of the feed ended. */
export async function noteOutcome(outcome: UpdateOutcome): Promise<void> {
  await browser.storage.local.set({ [OUTCOME]: outcome });
}

/** How the last check of the feed ended, or null before the first. */
export async function readOutcome(): Promise<UpdateOutcome | null> {
  return v.parse(outcomeSchema, (await browser.storage.local.get(OUTCOME))[OUTCOME] ?? null);
}

const dueSchema = v.fallback(v.nullable(v.object({ feed: v.string(), at: v.number() })), null);
/** When which feed is to be asked next, in ms since 1970. */
export type UpdateDue = NonNullable<v.InferOutput<typeof dueSchema>>;

/** Keeps when the feed is to be asked next: no start of the browser counts anew. */
export async function noteDue(due: UpdateDue): Promise<void> {
  await browser.storage.local.set({ [DUE]: due });
}

/** When which feed is to be asked next, or null while none was named. */
export async function readDue(): Promise<UpdateDue | null> {
  return v.parse(dueSchema, (await browser.storage.local.get(DUE))[DUE] ?? null);
}
