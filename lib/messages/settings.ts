import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import { parseSettings } from './settings-schema';

/** `storage.sync` carries settings between a reader's browsers; highlights never go there. */
const area = () => browser.storage.sync ?? browser.storage.local;

/**
 * One record a field, so that two views saving different settings at once cannot undo each other
 * and no single record outgrows the 8 kB that `storage.sync` allows an item.
 */
const FIELDS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
const PREFIX = 'settings.';
const KEYS = FIELDS.map((field) => PREFIX + field);

function fromStored(stored: Record<string, unknown>): Settings {
  const record: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const value = stored[PREFIX + field];
    if (value !== undefined) record[field] = value;
  }
  return parseSettings(record);
}

/** The reader's settings as they are now. Rejects only when the extension was reloaded. */
export async function readSettings(): Promise<Settings> {
  return fromStored(await area().get(KEYS));
}

/** Changes the given fields and leaves the others alone. Rejects when the browser's quota is full. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const items: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change)) items[PREFIX + field] = value;
  await area().set(items);
}

/** Pauses marking on a host, or resumes it. Lists are read anew: what a view shows may be old. */
export async function pauseHost(host: string, paused: boolean): Promise<void> {
  const { pausedHosts } = await readSettings();
  const others = pausedHosts.filter((each) => each !== host);
  await changeSettings({ pausedHosts: paused ? [...others, host] : others });
}

/** Refuses a name on a host ('' for everywhere), or takes the refusal back. */
export async function ignoreForm(
  { form, host }: Settings['ignored'][number],
  ignored: boolean,
): Promise<void> {
  const { ignored: before } = await readSettings();
  const others = before.filter((entry) => entry.form !== form || entry.host !== host);
  await changeSettings({ ignored: ignored ? [...others, { form, host }] : others });
}

/**
 * Calls back with the whole settings after each change, wherever it was made, never with older ones
 * after newer ones; stops on abort.
 */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  let latest = 0;
  const listener = (changes: Record<string, unknown>) => {
    if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
    latest++;
    const reading = latest;
    void readSettings().then((settings) => {
      if (reading === latest && !signal.aborted) onChange(settings);
    });
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
