import { useEffect, useState } from 'preact/hooks';
import { obsidianAddress, obsidianNotes } from '@/lib/interchange/write-obsidian';
import { logError } from '@/lib/messages/error-log';
import type { GovGlossDb } from '@/lib/store/db';
import { readThese } from './read-these';

/** An address holds some 8,000 characters: so many passages are never in one. */
const MOST = 200;

/**
 * The address that opens highlights in Obsidian, by their ids or all: it makes one note of one, so they
 * must be of one page. Null where they are not, or too many, and until they are read.
 */
export function useObsidianAddress(
  db: GovGlossDb | null,
  ids: readonly string[] | null,
  count: number,
): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setAddress(null);
    if (db && count <= MOST)
      addressOf(db, ids).then(
        (found) => isCurrent && setAddress(found),
        (error) => logError(error, 'an address in Obsidian'),
      );
    return () => {
      isCurrent = false;
    };
  }, [db, ids, count]);
  return address;
}

async function addressOf(db: GovGlossDb, ids: readonly string[] | null): Promise<string | null> {
  const highlights = (await readThese(db, ids)) ?? [];
  const pages = new Set(highlights.map(({ pageKey }) => pageKey));
  const [note] = pages.size === 1 ? obsidianNotes(highlights) : [];
  return note ? obsidianAddress(note) : null;
}
