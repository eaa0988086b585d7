import { ownFileOf, parseOwnFile } from '@/lib/dataset/own-entries';
import { joinEntries } from '@/lib/extension-page/join-entries';
import type { Incoming } from '@/lib/interchange/incoming';
import { callBackground } from '@/lib/messages/client';
import type { Feed } from '@/lib/model/settings';
import type { GovGlossDb } from '@/lib/store/db';
import { readFeed } from '@/lib/store/feed';
import { readOwnEntries } from '@/lib/store/own-entries';

/**
 * Restores what a backup holds beside highlights: settings, and own entries added to those here.
 * False when either could not be kept.
 */
export async function restoreOthers(
  db: GovGlossDb,
  { settings, ownEntries }: Incoming,
): Promise<boolean> {
  const restored = await callBackground('restoreSettings', { settings });
  if (!restored.ok) return false;
  const own = parseOwnFile(ownEntries);
  if (own.ok && own.value.entities.length + own.value.forms.length > 0) {
    const all = joinEntries(await readOwnEntries(db), own.value);
    return (await callBackground('saveOwnEntries', { file: ownFileOf(all) })).ok;
  }
  return true;
}

/** The feed that a backup names and that is not the reader's already; null when there is nothing to ask. */
export async function feedToAskFor(db: GovGlossDb, { feed }: Incoming): Promise<Feed | null> {
  if (!feed) return null;
  const now = await readFeed(db);
  return now?.url === feed.url && now.publicKey === feed.publicKey ? null : feed;
}
