import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import { parseSettings } from './settings-schema';

/**
 * Each field has records of its own, so that two views saving different settings at once cannot
 * undo each other and no record outgrows the 8 kB that `storage.sync` allows an item.
 */
const FIELDS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
const PREFIX = 'settings.';
const CHANGED_PREFIX = 'settings-changed.';

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

/** The keys of all records that hold settings. */
export const KEYS = FIELDS.flatMap(keysOf);

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

/** The settings that records hold; what is missing or malformed takes its default. */
export function fromRecords(stored: Record<string, unknown>): Settings {
  const record: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const values = keysOf(field)
      .map((key) => stored[key])
      .filter((value) => value !== undefined);
    if (values.length > 0) record[field] = values.length > 1 ? values.flat() : values[0];
  }
  return parseSettings(record);
}

/** Whether a change of the browser's storage is one of settings. */
export function isSettings(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** The key of the record that says how often a field was changed, and when last. */
export function changedKey(field: string): string {
  return CHANGED_PREFIX + field;
}

const changedSchema = v.fallback(
  v.object({ revision: v.pipe(v.number(), v.integer()), changedAt: v.string() }),
  { revision: 0, changedAt: '' },
);

/**
 * The records to write for a change. Beside each field goes its revision and the moment, in a record
 * of its own: 0.1.0 on another of the reader's browsers reads the field as it ever did.
 * @param before what `changedKey` records held
 */
export function recordsOf(
  change: Partial<Settings>,
  before: Record<string, unknown>,
  now: Date,
): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change)) {
    const keys = keysOf(field as keyof Settings);
    const values = Array.isArray(value) ? partsOf(value) : [value];
    for (const [nth, key] of keys.entries()) items[key] = values[nth];
    const { revision } = v.parse(changedSchema, before[changedKey(field)]);
    items[changedKey(field)] = { revision: revision + 1, changedAt: now.toISOString() };
  }
  return items;
}
