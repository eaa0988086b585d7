import { checksum } from './checksum';
import { type GovGlossDb, TALLY } from './db';
import { revisionOf } from './entry';
import type { Tally } from './witness';

export const NOTHING: Tally = { count: 0, digest: '0'.repeat(16) };

function half(digest: string, at: number): number {
  return Number.parseInt(digest.slice(at, at + 8), 16);
}

/** The tally with a row more, or with one less: the digest does not know which. */
function toggled({ count, digest }: Tally, id: string, row: object, by: 1 | -1): Tally {
  const own = checksum(`${id} ${revisionOf(row)}`);
  const halves = [0, 8].map((at) => (half(digest, at) ^ half(own, at)) >>> 0);
  return {
    count: count + by,
    digest: halves.map((each) => each.toString(16).padStart(8, '0')).join(''),
  };
}

/** The tally after a row took the place of another; null stands for none. */
export function tallied(tally: Tally, id: string, before: object | null, after: object | null) {
  const without = before ? toggled(tally, id, before, -1) : tally;
  return after ? toggled(without, id, after, 1) : without;
}

/** The tally kept in the database, in the running transaction; null before the first. */
export async function readTally(db: GovGlossDb): Promise<Tally | null> {
  const value: unknown = (await db.meta.get(TALLY))?.value;
  if (typeof value !== 'object' || value === null) return null;
  const { count, digest } = value as Record<string, unknown>;
  return typeof count === 'number' && typeof digest === 'string' ? { count, digest } : null;
}
