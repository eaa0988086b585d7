import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type ListName, type Settings } from '@/lib/model/settings';
import { Resource } from '@/lib/resource/resource';
import { logError } from './error-log';
import { parseSettings } from './settings-schema';

/** `storage.sync` carries settings between a reader's browsers; highlights never go there. */
const area = () => browser.storage.sync ?? browser.storage.local;

/**
 * Each field has records of its own, so that two views saving different settings at once cannot
 * undo each other and no record outgrows the 8 kB that `storage.sync` allows an item.
 */
const FIELDS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
const PREFIX = 'settings.';

/** Lists grow: what finds no room in one record goes on in the next. All together stay below 100 kB. */
const MOST_RECORDS = 6;
/** Of the 8,192 bytes of a record; the rest is for its key and for how browsers count. */
const RECORD_BYTES = 7_500;

/** The keys of the records a field is kept in: one, or those of a list in their order. */
function keysOf(field: keyof Settings): string[] {
  const key = PREFIX + field;
  if (!Array.isArray(DEFAULT_SETTINGS[field])) return [key];
  const more = Array.from({ length: MOST_RECORDS - 1 }, (_, nth) => `${key}.${nth + 2}`);
  return [key, ...more];
}

const KEYS = FIELDS.flatMap(keysOf);

/** A list in as many parts as there are records; the last takes what is too much, and is refused. */
function partsOf(list: readonly unknown[]): unknown[][] {
  const parts: unknown[][] = Array.from({ length: MOST_RECORDS }, () => []);
  const encoder = new TextEncoder();
  let at = 0;
  let left = RECORD_BYTES;
  for (const each of list) {
    const bytes = encoder.encode(JSON.stringify(each)).length + 1;
    if (bytes > left && at < MOST_RECORDS - 1) {
      at++;
      left = RECORD_BYTES;
    }
    left -= bytes;
    parts[at]?.push(each);
  }
  return parts;
}

function fromStored(stored: Record<string, unknown>): Settings {
  const record: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const values = keysOf(field)
      .map((key) => stored[key])
      .filter((value) => value !== undefined);
    if (values.length > 0) record[field] = values.length > 1 ? values.flat() : values[0];
  }
  return parseSettings(record);
}

/** The reader's settings as they are now. Rejects when the browser does not give them. */
export async function readSettings(): Promise<Settings> {
  return fromStored(await area().get(KEYS));
}

/**
 * Changes the given fields and leaves the others alone, lists too: for the background alone, which
 * changes lists in turn (change-list.ts). Rejects when the browser does not keep them.
 */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  const items: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change)) {
    const keys = keysOf(field as keyof Settings);
    const values = Array.isArray(value) ? partsOf(value) : [value];
    for (const [nth, key] of keys.entries()) items[key] = values[nth];
  }
  await area().set(items);
}

/** The same for everyone: fields that are no lists, of which another change may be on its way. */
export function changeSettings(change: Partial<Omit<Settings, ListName>>): Promise<void> {
  return writeSettings(change);
}

/**
 * Calls back with the whole settings after each change, wherever it was made, never with older ones
 * after newer ones; stops on abort. A reading that fails goes to the log and is tried again.
 */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const settings = new Resource({
    ask: readSettings,
    onFailed: (error) => logError(error, 'reading the settings'),
    now: () => performance.now(),
  });
  let latest = 0;
  const tell = async (reading: number): Promise<void> => {
    const read = await settings.get();
    if (reading !== latest || signal.aborted) return;
    if (read.ok) onChange(read.value);
    else setTimeout(() => void tell(reading), settings.pause);
  };
  const listener = (changes: Record<string, unknown>) => {
    if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
    settings.forget();
    void tell(++latest);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
