import { type Newest, readNewest } from '@/lib/store/by-index';
import { database } from './database';

const NOTHING: Newest = { newest: [], count: 0 };

/** The newest highlights, with the number of all; they need no dataset. */
export async function newestHighlights(most: number): Promise<Newest> {
  const db = await database();
  return db ? readNewest(db, most) : NOTHING;
}
