import type { Feed } from '@/lib/model/settings';
import { parseFeed } from '@/lib/parse/feed-schema';
import type { GovGlossDb } from './db';

const FEED = 'feed';

/**
 * The feed the reader named, empty for none; null as long as nothing was settled. It lies in the database,
 * which our own pages and the background share with nobody: a browser's `storage` may be written by the
 * scripts we put into web pages.
 */
export async function readFeed(db: GovGlossDb): Promise<Feed | null> {
  const row = await db.meta.get(FEED);
  return row ? parseFeed(row.value) : null;
}

/** Names a feed. */
export async function writeFeed(db: GovGlossDb, feed: Feed): Promise<void> {
  await db.meta.put({ key: FEED, value: feed });
}
