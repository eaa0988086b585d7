import { ownFileOf } from '@/lib/dataset/own-entries';
import { writeBackup } from '@/lib/interchange/write-backup';
import { readSettings } from '@/lib/messages/settings';
import { ok, type Result } from '@/lib/model/result';
import type { GovGlossDb } from '@/lib/store/db';
import type { StoreError } from '@/lib/store/errors';
import { allHighlights } from '@/lib/store/highlights';
import { readOwnEntries } from '@/lib/store/own-entries';

/** A full backup: highlights, settings and own entries as they are now. */
export async function readBackup(db: GovGlossDb): Promise<Result<string, StoreError>> {
  const highlights = await allHighlights(db);
  if (!highlights.ok) return highlights;
  const [settings, own] = await Promise.all([readSettings(), readOwnEntries(db)]);
  return ok(writeBackup({ highlights: highlights.value, settings, ownEntries: ownFileOf(own) }));
}

/** A file's name with the day on it, in the reader's time zone; `ending` without its dot. */
export function datedName(what: string, ending: string, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `govgloss-${what}-${day}.${ending}`;
}
