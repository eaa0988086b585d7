import { joinEntries } from '@/entrypoints/extension-page/join-entries';
import { ownFileOf, parseOwnFile } from '@/lib/dataset/own-entries';
import type { Incoming } from '@/lib/interchange/incoming';
import { callBackground } from '@/lib/messages/client';
import { changeSettings } from '@/lib/messages/settings';
import { parseSettings } from '@/lib/messages/settings-schema';
import type { GovGlossDb } from '@/lib/store/db';
import { readOwnEntries } from '@/lib/store/own-entries';

/** Restores what a backup holds beside highlights: settings, and own entries added to those here. */
export async function restoreOthers(
  db: GovGlossDb,
  { settings, ownEntries }: Incoming,
): Promise<boolean> {
  await changeSettings(parseSettings(settings));
  const own = parseOwnFile(ownEntries);
  if (own.ok && own.value.entities.length + own.value.forms.length > 0) {
    const all = joinEntries(await readOwnEntries(db), own.value);
    await callBackground('saveOwnEntries', { file: ownFileOf(all) });
  }
  return true;
}
