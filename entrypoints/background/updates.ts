import { browser } from 'wxt/browser';
import { loadDataset } from '@/lib/dataset/load';
import { type OwnEntries, withOwnEntries } from '@/lib/dataset/own-entries';
import { fetchUpdate, nextCheckMinutes } from '@/lib/dataset/update';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { database, forgetKnowledge, install, knowledge } from '@/lib/library/knowledge';
import { readySearchIndex } from '@/lib/library/stored-search-index';
import { tellOpenPages } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import { noteOutcome, noteProgress, readOutcome, type UpdateOutcome } from '@/lib/messages/notes';
import { readSettings } from '@/lib/messages/settings';
import { err, ok, type Result } from '@/lib/model/result';
import type { UpdateEnding } from '@/lib/model/update-ending';
import { createTurns } from '@/lib/resource/in-turn';
import { installOwnEntries, readDataset, readTexts } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { isQuotaError } from '@/lib/store/errors';
import { installedVersion, refusedVersion } from '@/lib/store/versions';

export const UPDATE_ALARM = 'dataset-update';

let running: AbortController | null = null;

/** Each install compiles what it has read: another one in between would be compiled away. */
const inTurn = createTurns();

/** Open pages ask for the new gazetteer and paint again; then the search index is made anew. */
async function repaintPages(): Promise<void> {
  forgetKnowledge();
  await tellOpenPages('datasetChanged', null);
  await readySearchIndex();
}

type Ended = Omit<UpdateOutcome, 'at' | 'failures'>;

async function runUpdate(
  db: GovGlossDb,
  asked: 'by-reader' | 'by-alarm',
  signal: AbortSignal,
): Promise<Ended> {
  const [{ feed }, last, files, refused] = await Promise.all([
    readSettings(),
    readOutcome(),
    readTexts(db, 'files'),
    refusedVersion(db),
  ]);
  const etag = last?.feed === feed.url && asked === 'by-alarm' ? last.etag : null;
  const ended = (result: UpdateEnding, detail: string, seen = etag): Ended => ({
    result,
    detail,
    etag: seen,
    feed: feed.url,
  });
  if (!files) return ended('store-unavailable', '');
  const update = await fetchUpdate({
    feed,
    installed: { ...files, etag },
    extensionVersion: browser.runtime.getManifest().version,
    refused: asked === 'by-alarm' ? refused : null,
    fetchFile: (input, init) => fetch(input, init),
    signal,
    onProgress: (done, total) => void noteProgress({ done, total }),
  });
  if (!update.ok) return ended(update.error.problem, update.error.detail);
  const { value: found } = update;
  if (!found) return ended('current', files.version);
  const put = await installInTurn(() => install(db, found));
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
    const { feed } = await readSettings();
    return { result: 'store-unavailable', detail: '', etag: null, feed: feed.url };
  }
}

/** Checks the feed; a check that is already running is not started twice, and answers null. */
export async function checkFeed(asked: 'by-reader' | 'by-alarm'): Promise<UpdateOutcome | null> {
  const db = await database();
  if (running || !db) return null;
  running = new AbortController();
  try {
    // A worker that dies in the middle leaves an alarm behind, not the end of all checks.
    await scheduleUpdate();
    const before = await readOutcome();
    const ended = await runUpdateOrSay(db, asked, running.signal);
    const well = ended.result === 'updated' || ended.result === 'current';
    const failures = well || ended.result === 'cancelled' ? 0 : (before?.failures ?? 0) + 1;
    const outcome = { ...ended, at: new Date().toISOString(), failures };
    await noteOutcome(outcome);
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

/** Minutes after a start before anything is fetched: the reader came to read. */
const SETTLE_MINUTES = 5;

/**
 * Sets the alarm for the next check, counted from the last one, since not every browser keeps
 * alarms over a restart; none while no feed is named.
 */
export async function scheduleUpdate(): Promise<void> {
  const [{ feed }, outcome] = await Promise.all([readSettings(), readOutcome()]);
  if (feed.url === '' || feed.publicKey === '') {
    await browser.alarms.clear(UPDATE_ALARM);
    return;
  }
  const wait = nextCheckMinutes(outcome?.failures ?? 0, Math.random());
  const passed = outcome ? (Date.now() - Date.parse(outcome.at)) / 60_000 : 0;
  browser.alarms.create(UPDATE_ALARM, { delayInMinutes: Math.max(SETTLE_MINUTES, wait - passed) });
}

type InstallProblem = 'store-unavailable' | 'storage-full';

/** Installs in turn; a full disk is a value. */
async function installInTurn(work: () => Promise<void>): Promise<Result<null, InstallProblem>> {
  try {
    await inTurn(work);
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
  const loaded = await loadDataset(
    async (name) => JSON.parse(previous.texts[name] ?? '') as unknown,
  );
  if (!loaded.ok) return err('no-previous');
  const { value: dataset } = loaded;
  const put = await installInTurn(() => install(db, { dataset, texts: previous.texts, refuse }));
  if (!put.ok) return put;
  await repaintPages();
  return ok(dataset.version);
}

/** Replaces the reader's own entries, compiles with them and repaints open pages. */
export async function saveOwnEntries(own: OwnEntries): Promise<Result<null, InstallProblem>> {
  // Opening may itself install a dataset: that comes first.
  await knowledge();
  const db = await database();
  if (!db || (await installedVersion(db)) === null) return err('store-unavailable');
  const kept = await installInTurn(async () => {
    const dataset = await readDataset(db);
    if (!dataset) throw new Error('The installed dataset is gone.');
    const mark = crypto.randomUUID().slice(0, 8);
    await installOwnEntries(db, own, compileForPages(withOwnEntries(dataset, own)), mark);
  });
  if (kept.ok) await repaintPages();
  return kept;
}
