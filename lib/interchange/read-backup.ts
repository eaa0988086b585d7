import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/model/result';
import type { Feed } from '@/lib/model/settings';
import { feedSchema } from '@/lib/parse/feed-schema';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import type { Incoming, Malformed, Unreadable } from './incoming';
import { readEntries } from './read-entries';
import { BACKUP_FORMAT, BACKUP_VERSION } from './write-backup';

const backupSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  highlights: v.array(v.unknown()),
  settings: v.optional(v.unknown()),
  ownEntries: v.optional(v.unknown()),
});

/** True for what says it is a backup of ours, whether it can be read or not. */
export function isBackup(file: unknown): boolean {
  return v.is(v.object({ format: v.literal(BACKUP_FORMAT) }), file);
}

/** Reads a full backup; `too-new` when a later version of this extension wrote it. */
export function readBackup(file: unknown): Result<Incoming, 'unreadable' | 'too-new'> {
  const parsed = v.safeParse(backupSchema, file);
  if (!parsed.success) return err('unreadable');
  const { version, highlights, settings, ownEntries } = parsed.output;
  if (version > BACKUP_VERSION) return err('too-new');
  const entries = highlights.map((value, nth) => ({ where: `${nth + 1}`, value }));
  const incoming = readEntries('backup', entries, (value) => {
    const highlight = parseHighlight(value);
    return highlight.ok
      ? ok({ highlight: highlight.value, undated: false, leftOut: [] })
      : err('not-one');
  });
  const { unreadable, malformed } = apart(highlights, incoming.malformed);
  const feed = feedIn(settings);
  const others = { settings, ownEntries, ...(feed ? { feed } : {}) };
  return ok({ ...incoming, malformed, unreadable, ...others });
}

const rowSchema = v.looseObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

/** Tells rows that a later version wrote, and that have an id to lie under, from entries that are none. */
function apart(highlights: readonly unknown[], malformed: readonly Malformed[]) {
  const rows = new Map<string, Unreadable>();
  const readable = new Set(
    highlights.flatMap((value) => {
      const parsed = parseHighlight(value);
      return parsed.ok ? [parsed.value.id] : [];
    }),
  );
  const others = malformed.filter((entry) => {
    const row = highlights[Number(entry.where) - 1];
    if (!v.is(rowSchema, row) || readable.has(row.id) || rows.has(row.id)) return true;
    rows.set(row.id, { where: entry.where, id: row.id, row });
    return false;
  });
  return { unreadable: [...rows.values()], malformed: others };
}

/** The feed among the settings of a backup; null where there is none, or none that could be one. */
function feedIn(settings: unknown): Feed | null {
  const parsed = v.safeParse(v.object({ feed: feedSchema }), settings);
  return parsed.success && parsed.output.feed.url !== '' ? parsed.output.feed : null;
}
