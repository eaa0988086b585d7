import type { Highlight } from '@/lib/model/highlight';
import type { Settings } from '@/lib/model/settings';
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
  ownEntries: unknown;
}

/** One file with everything. It holds no date of its own: the same library gives the same bytes. */
export function writeBackup({ highlights, unreadable, settings, ownEntries }: Backup): string {
  return jsonFile({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    settings: sorted(settings),
    ownEntries,
    highlights: [...inOrder(highlights).map(recordOf), ...unreadable],
  });
}

function sorted(settings: Settings): Record<string, unknown> {
  const entries = Object.entries(settings);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
