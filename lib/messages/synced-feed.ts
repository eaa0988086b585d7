import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Feed } from '@/lib/model/settings';
import { feedSchema } from '@/lib/parse/feed-schema';

/** Where 0.1.0 kept the feed, and when it was changed. */
const [KEY, CHANGED] = ['settings.feed', 'settings-changed.feed'];

/** Takes the feed out of the synced settings, where content scripts may write; null where there is none. */
export async function takeSyncedFeed(): Promise<Feed | null> {
  const area = browser.storage.sync ?? browser.storage.local;
  const stored = (await area.get(KEY))[KEY];
  await area.remove([KEY, CHANGED]);
  return v.parse(v.fallback(v.nullable(feedSchema), null), stored ?? null);
}
