import { compareVersions, isPublicKey } from '@/lib/dataset/feed';
import { feedFolder } from '@/lib/dataset/update';
import { database } from '@/lib/library/database';
import { installPackage } from '@/lib/library/prepare';
import { noteOutcome } from '@/lib/messages/notes';
import { takeSyncedFeed } from '@/lib/messages/synced-feed';
import { err, ok, type Result } from '@/lib/model/result';
import { type Feed, NO_FEED } from '@/lib/model/settings';
import type { StoreError } from '@/lib/store/errors';
import { readFeed, writeFeed } from '@/lib/store/feed';
import { attempt } from '@/lib/store/highlights';
import { cancelCheck, repaintPages, scheduleUpdate } from './updates';

/**
 * Names a feed, or none. A dataset of a key that counts no more goes with it: that of the package takes
 * its place, and the one before cannot be gone back to.
 */
export async function saveFeed(feed: Feed): Promise<Result<null, StoreError | 'bad-request'>> {
  const isOff = feed.url === '' && feed.publicKey === '';
  if (!isOff && !(feedFolder(feed.url) && isPublicKey(feed.publicKey))) return err('bad-request');
  const db = await database();
  if (!db) return err('store-unavailable');
  const before = (await readFeed(db)) ?? NO_FEED;
  await cancelCheck();
  const kept = await attempt(() => writeFeed(db, feed));
  if (!kept.ok) return kept;
  await scheduleUpdate();
  if (before.url === '' || before.publicKey === feed.publicKey) return ok(null);
  await noteOutcome(null);
  await installPackage(db, { isStart: true });
  await repaintPages();
  return ok(null);
}

/** The last version that kept its feed among the synced settings. */
const LAST_SYNCED = '0.1.0';

/**
 * Settles, once for every browser, which feed it begins with: none, or that which 0.1.0 had, where it is
 * 0.1.0 that was updated. One that is only found in the synced settings was named elsewhere, or by
 * somebody else.
 * @param before the version that was updated; null after an install
 */
export async function settleFeed(before: string | null): Promise<void> {
  const db = await database();
  if (!db || (await readFeed(db))) return;
  const isHeir = before !== null && compareVersions(before, LAST_SYNCED) <= 0;
  await writeFeed(db, (isHeir && (await takeSyncedFeed())) || NO_FEED);
  await scheduleUpdate();
}
