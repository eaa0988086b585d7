import type { Highlight } from '@/lib/model/highlight';
import type { Feed, Settings } from '@/lib/model/settings';
import { inOrder, jsonFile, recordOf } from './record';

/** What a full backup is known by, and the newest version this code writes and reads. */
export const BACKUP_FORMAT = 'govgloss-backup';
export const BACKUP_VERSION = 1;

/** Everything that is the reader's own. `ownEntries` is the file of lib/dataset's own entries. */
export interface Backup {
  highlights: readonly Highlight[];
  /** Rows of the store that this version cannot read: a later one may. */
  unreadable: readonly unknown[];
  settings: Settings;
  feed: Feed;
  ownEntries: unknown;
}

/** One file with everything. It holds no date of its own: the same library gives the same bytes. */
export function writeBackup(backup: Backup): string {
  const { highlights, unreadable, settings, feed, ownEntries } = backup;
  return jsonFile({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    // Where 0.1.0 has the feed, and reads it.
    settings: sorted({ ...settings, feed }),
    ownEntries,
    highlights: [...inOrder(highlights).map(recordOf), ...unreadable],
  });
}

function sorted(settings: object): Record<string, unknown> {
  const entries = Object.entries(settings);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
