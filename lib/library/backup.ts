import { ownFileOf } from '@/lib/dataset/own-entries';
import { writeBackup } from '@/lib/interchange/write-backup';
import { readSettings } from '@/lib/messages/settings';
import { ok, type Result } from '@/lib/model/result';
import { NO_FEED } from '@/lib/model/settings';
import type { Mark } from '@/lib/store/changes';
import type { GovGlossDb } from '@/lib/store/db';
import type { StoreError } from '@/lib/store/errors';
import { readFeed } from '@/lib/store/feed';
import { highlightsToBackUp } from '@/lib/store/library';
import { readOwnEntries } from '@/lib/store/own-entries';

/** A full backup, and the mark of the library that is in it, for noteBackup(). */
export interface FullBackup {
  text: string;
  mark: Mark;
}

/** A full backup: highlights, settings and own entries as they are now. */
export async function readBackup(db: GovGlossDb): Promise<Result<FullBackup, StoreError>> {
  const kept = await highlightsToBackUp(db);
  if (!kept.ok) return kept;
  const [settings, named, own] = await Promise.all([
    readSettings(),
    readFeed(db),
    readOwnEntries(db),
  ]);
  const { mark, ...highlights } = kept.value;
  const others = { settings, feed: named ?? NO_FEED, ownEntries: ownFileOf(own) };
  return ok({ text: writeBackup({ ...highlights, ...others }), mark });
}

/** A file's name with the day on it, in the reader's time zone; `ending` without its dot. */
export function datedName(what: string, ending: string, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `govgloss-${what}-${day}.${ending}`;
}
