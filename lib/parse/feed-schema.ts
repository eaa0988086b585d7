import * as v from 'valibot';
import { type Feed, NO_FEED } from '@/lib/model/settings';

/** A feed as it is stored, sent, or named by a backup; whether it can be one is lib/dataset's to say. */
export const feedSchema: v.GenericSchema<unknown, Feed> = v.object({
  url: v.pipe(v.string(), v.maxLength(2000)),
  publicKey: v.pipe(v.string(), v.maxLength(200)),
});

/** Reads a stored feed; one that is malformed is none. */
export function parseFeed(stored: unknown): Feed {
  return v.parse(v.fallback(feedSchema, NO_FEED), stored);
}
