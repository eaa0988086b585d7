import { browser } from 'wxt/browser';
import { loadTexts } from '@/lib/dataset/load';
import type { OwnEntries } from '@/lib/dataset/own-entries';
import { fetchUpdate, LONGEST_WAIT, nextCheckMinutes } from '@/lib/dataset/update';
import { database } from '@/lib/library/database';
import { gazetteerOf } from '@/lib/library/gazetteer';
import { asked } from '@/lib/library/library';
import { forgetLibrary, preparedLibrary } from '@/lib/library/prepare';
import { searchIndexOf } from '@/lib/library/search';
import { tellOpenPages } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import {
  noteDue,
  noteOutcome,
  noteProgress,
  readDue,
  readOutcome,
  type UpdateOutcome,
} from '@/lib/messages/notes';
import { err, ok, type Result } from '@/lib/model/result';
import { type Feed, NO_FEED } from '@/lib/model/settings';
import type { UpdateEnding } from '@/lib/model/update-ending';
import { createTurns } from '@/lib/resource/in-turn';
import { installDataset, installOwnEntries, readTexts } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { isQuotaError } from '@/lib/store/errors';
import { readFeed } from '@/lib/store/feed';
import { installedVersion, refusedVersion } from '@/lib/store/versions';

export const UPDATE_ALARM = 'dataset-update';

let running: AbortController | null = null;

/** Has everything ready before anyone asks: first what marks and explains, then what searches. */
export async function readyDerived(): Promise<void> {
  const library = await preparedLibrary();
  if (!library.ok) return;
  await asked(library.value, () => gazetteerOf(library.value));
  await asked(library.value, () => searchIndexOf(library.value));
}

/** Open pages ask for the new gazetteer and paint again; then the search index is made anew. */
export async function repaintPages(): Promise<void> {
  forgetLibrary();
  await tellOpenPages('datasetChanged', null);
  // What was saved is saved; whoever needs what is derived of it makes it if this fails.
  await readyDerived().catch((error: unknown) => logError(error, 'deriving from the dataset'));
}

async function feedOf(db: GovGlossDb): Promise<Feed> {
  return (await readFeed(db)) ?? NO_FEED;
}

type Ended = Omit<UpdateOutcome, 'at' | 'failures'>;

async function runUpdate(
  db: GovGlossDb,
  by: 'by-reader' | 'by-alarm',
  signal: AbortSignal,
): Promise<Ended> {
  const [feed, last, files, version, refused] = await Promise.all([
    feedOf(db),
    readOutcome(),
    readTexts(db, 'files'),
    installedVersion(db),
    refusedVersion(db),
  ]);
  // Without the files that were installed all are fetched.
  const installed = files ?? { version: version ?? '', texts: {} };
  const etag = last?.feed === feed.url && by === 'by-alarm' ? last.etag : null;
  const ended = (result: UpdateEnding, detail: string, seen = etag): Ended => ({
    result,
    detail,
    etag: seen,
    feed: feed.url,
  });
  const update = await fetchUpdate({
    feed,
    installed: { ...installed, etag },
    now: new Date(),
    extensionVersion: browser.runtime.getManifest().version,
    refused: by === 'by-alarm' ? refused : null,
    fetchFile: (input, init) => fetch(input, init),
    signal,
    onProgress: (done, total) => void noteProgress({ done, total }),
  });
  if (!update.ok) return ended(update.error.problem, update.error.detail);
  const { value: found } = update;
  // The feed may have been taken away while it answered.
  if (signal.aborted) return ended('cancelled', '');
  if (!found) return ended('current', installed.version);
  const put = await attempt(() => installDataset(db, found));
  if (!put.ok) return ended(put.error, '');
  await repaintPages();
  return ended('updated', found.dataset.version, found.etag);
}

/** What fails unforeseen while a check runs is the store's: fetching answers with values. */
async function runUpdateOrSay(...inputs: Parameters<typeof runUpdate>): Promise<Ended> {
  try {
    return await runUpdate(...inputs);
  } catch (error) {
    logError(error, 'checking the feed');
    const feed = (await readDue())?.feed ?? '';
    return { result: 'store-unavailable', detail: '', etag: null, feed };
  }
}

/** Checks the feed; a check that is already running is not started twice, and answers null. */
export async function checkFeed(by: 'by-reader' | 'by-alarm'): Promise<UpdateOutcome | null> {
  const db = await database();
  if (running || !db) return null;
  running = new AbortController();
  try {
    // A worker that dies in the middle leaves an alarm behind, not the end of all checks.
    await scheduleUpdate();
    const before = await readOutcome();
    const ended = await runUpdateOrSay(db, by, running.signal);
    const well = ended.result === 'updated' || ended.result === 'current';
    const failures = well || ended.result === 'cancelled' ? 0 : (before?.failures ?? 0) + 1;
    const outcome = { ...ended, at: new Date().toISOString(), failures };
    await noteOutcome(outcome);
    await putOff(ended.feed, failures);
    return outcome;
  } finally {
    running = null;
    await noteProgress(null);
    await scheduleUpdate();
  }
}

/** Stops a running check; what was fetched is dropped. One whose worker died is only noted. */
export async function cancelCheck(): Promise<void> {
  if (running) running.abort();
  else await noteProgress(null);
}

const MINUTE = 60_000;

/** Minutes after a start before anything is fetched: the reader came to read. */
const SETTLE_MINUTES = 5;

/** Notes when a feed is to be asked next, counted from now; answers when that is, in ms since 1970. */
async function putOff(feed: string, failures: number): Promise<number> {
  const at = Date.now() + nextCheckMinutes(failures, Math.random()) * MINUTE;
  await noteDue({ feed, at });
  return at;
}

/**
 * Sets the alarm for the next check; none while no feed is named. When it is due was noted when the
 * feed was named, and by the last check: call this as often as you like, it puts nothing off. What
 * is due later than ever a check was put off comes from a clock that was wrong, and counts from now.
 */
export function scheduleUpdate(): Promise<void> {
  return inTurn(schedule);
}

/** A start and the end of a check may come together: what is read must still hold when it is written. */
const inTurn = createTurns();

async function schedule(): Promise<void> {
  const db = await database();
  const [feed, due] = await Promise.all([db ? feedOf(db) : NO_FEED, readDue()]);
  if (feed.url === '' || feed.publicKey === '') {
    await browser.alarms.clear(UPDATE_ALARM);
    return;
  }
  const now = Date.now();
  const isSound = due?.feed === feed.url && due.at <= now + LONGEST_WAIT * MINUTE;
  const at = isSound ? due.at : await putOff(feed.url, 0);
  const when = Math.max(at, now + SETTLE_MINUTES * MINUTE);
  const alarm = await browser.alarms.get(UPDATE_ALARM);
  // One that is set for then stays: a start every minute must not put off what is due.
  const isSet = alarm && alarm.scheduledTime >= Math.max(at, now) && alarm.scheduledTime <= when;
  if (!isSet) await browser.alarms.create(UPDATE_ALARM, { when });
}

type InstallProblem = 'store-unavailable' | 'storage-full';

/** Installs; a full disk is a value. */
async function attempt(install: () => Promise<unknown>): Promise<Result<null, InstallProblem>> {
  try {
    await install();
    return ok(null);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    return err('storage-full');
  }
}

/** Puts the dataset back that the last update or install replaced. */
export async function rollBack(): Promise<Result<string, 'no-previous' | InstallProblem>> {
  const db = await database();
  if (!db) return err('store-unavailable');
  const [previous, refuse] = await Promise.all([
    readTexts(db, 'previous-files'),
    installedVersion(db),
  ]);
  if (!previous || refuse === null) return err('no-previous');
  const loaded = await loadTexts(previous.texts);
  if (!loaded.ok) return err('no-previous');
  const { value: dataset } = loaded;
  const put = await attempt(() => installDataset(db, { dataset, texts: previous.texts, refuse }));
  if (!put.ok) return put;
  await repaintPages();
  return ok(dataset.version);
}

/** Replaces the reader's own entries and repaints open pages. */
export async function saveOwnEntries(own: OwnEntries): Promise<Result<null, InstallProblem>> {
  const db = await database();
  if (!db) return err('store-unavailable');
  const kept = await attempt(() => installOwnEntries(db, own));
  if (kept.ok) await repaintPages();
  return kept;
}
