import { browser } from 'wxt/browser';
import { datedName, readBackup } from '@/lib/library/backup';
import { database } from '@/lib/library/database';
import { readSettings } from '@/lib/messages/settings';
import { backupState, isBackupDue, noteBackup } from '@/lib/store/library';

export const BACKUP_ALARM = 'backup';

/** Often enough that a machine switched on for an hour a day is backed up on the day it is due. */
const LOOK_EVERY_MINUTES = 6 * 60;
const SETTLE_MINUTES = 5;
const MINUTE_MS = 60_000;

/** Looks now and then whether a backup is due, while the reader has a schedule; else never. */
export async function scheduleBackups(): Promise<void> {
  const { backupEveryDays } = await readSettings();
  if (backupEveryDays === 0) {
    await browser.alarms.clear(BACKUP_ALARM);
    return;
  }
  const alarm = await browser.alarms.get(BACKUP_ALARM);
  // A clock that was put right leaves an alarm years away.
  if (alarm && alarm.scheduledTime <= Date.now() + LOOK_EVERY_MINUTES * MINUTE_MS) return;
  await browser.alarms.create(BACKUP_ALARM, {
    delayInMinutes: SETTLE_MINUTES,
    periodInMinutes: LOOK_EVERY_MINUTES,
  });
}

/**
 * Saves a full backup below the downloads folder when the reader's schedule says so. Does nothing
 * without a schedule, without highlights, or when the reader took the permission back. A file of
 * the same day is written over. Call it once a day or oftener: too often does no harm.
 */
export async function backUpWhenDue(now: Date): Promise<void> {
  const db = await database();
  if (!db) return;
  const { backupEveryDays } = await readSettings();
  const state = await backupState(db);
  if (!state.ok || state.value.count === 0) return;
  if (!isBackupDue(backupEveryDays, state.value.lastBackup, now)) return;
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return;
  const backup = await readBackup(db);
  if (!backup.ok) return;
  const url = await addressOf(backup.value.text);
  const filename = `GovGloss/${datedName('backup', 'json', now)}`;
  const file = { url, filename, conflictAction: 'overwrite', saveAs: false } as const;
  const isSaved = await hasEnded(await browser.downloads.download(file));
  if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  // What is not on the disk is no backup: it stays due, and is tried again at the next look.
  if (!isSaved) throw new Error('The browser did not finish saving the backup.');
  await noteBackup(db, backup.value.mark, now);
}

/** Waits for the end of a download; false when it was broken off. */
function hasEnded(id: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'in_progress') return;
      browser.downloads.onChanged.removeListener(onChanged);
      resolve(item?.state === 'complete');
    };
    const onChanged = (change: { id: number }) => {
      if (change.id === id) look().catch(reject);
    };
    browser.downloads.onChanged.addListener(onChanged);
    look().catch(reject);
  });
}

/**
 * Firefox downloads no `data:` address but has documents' blobs in its background; a Chromium
 * worker has no blob addresses but downloads `data:`, of any length met in practice.
 */
function addressOf(text: string): Promise<string> {
  const file = new Blob([text], { type: 'application/json' });
  if (import.meta.env.BROWSER === 'firefox') return Promise.resolve(URL.createObjectURL(file));
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
