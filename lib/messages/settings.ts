import { browser } from 'wxt/browser';
import type { ListName, Settings } from '@/lib/model/settings';
import { changedKey, fromRecords, isSettings, KEYS, recordsOf } from './settings-records';
import { unlessFrozen } from './unless-frozen';

/** `storage.sync` carries settings between a reader's browsers; highlights never go there. */
const area = () => browser.storage.sync ?? browser.storage.local;

/** The reader's settings as they are now. Rejects when the browser does not give them. */
export async function readSettings(): Promise<Settings> {
  return fromRecords(await unlessFrozen(() => area().get(KEYS)));
}

/**
 * Changes the given fields and leaves the others alone, lists too: for the background alone, which
 * changes lists in turn (change-list.ts). Rejects when the browser does not keep them.
 */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  const before = await area().get(Object.keys(change).map(changedKey));
  await area().set(recordsOf(change, before, new Date()));
}

/** The same for everyone: fields that are no lists, of which another change may be on its way. */
export function changeSettings(change: Partial<Omit<Settings, ListName>>): Promise<void> {
  return writeSettings(change);
}

/** Calls back at once when settings change, wherever that is, until `signal` aborts; they are to be read anew. */
export function onSettingsChanged(onChanged: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(isSettings)) onChanged();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
