import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Outline } from '@/components/library/outline';
import { logError } from '@/lib/messages/error-log';
import type { LibraryReader } from './library-reader';
import { WordSearch } from './word-search';

/** What of the library has the words that are looked for. */
interface Found {
  /** Ranks; null where no words are looked for. */
  ranks: ReadonlySet<number> | null;
  /** Not all was looked through yet. */
  isLooking: boolean;
}

/**
 * Showing what is found takes time from finding: it is shown again when so many times as long was looked
 * as until it was shown last, and not before so many ms.
 */
const SHOWN_AGAIN = { times: 2, ms: 100 };

const atRest = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));

/**
 * Finds what has every word, more of it as the library is read. What was found for the last words stays
 * until something is for the next, or all was looked through.
 * @param isShown what else the page shows was read: there is time to read what may be searched
 */
export function useFound(
  reader: LibraryReader | null,
  words: readonly string[],
  isShown: boolean,
): Found {
  const key = words.join(' ');
  const [found, setFound] = useState<Found & { key: string }>({
    ...{ ranks: null, isLooking: false, key: '' },
  });
  const outline = reader?.outline ?? null;
  // Another outline comes where too much changed to be told.
  const search = useMemo(() => outline && reader && new WordSearch(reader.db), [reader, outline]);
  const isReadAhead = isShown && key === '';
  useEffect(() => {
    if (!search || !isReadAhead) return;
    let wanted = true;
    search
      .readAhead(atRest, () => wanted)
      .catch((error) => logError(error, 'reading ahead of a search'));
    return () => {
      wanted = false;
    };
  }, [search, isReadAhead]);
  useEffect(() => {
    if (!reader || !search || !outline) return;
    const show = (ranks: ReadonlySet<number> | null, isLooking: boolean) =>
      setFound({ ranks: ranks && new Set(ranks), isLooking, key });
    const looking = key === '' ? null : look(search.find(words), outline, show);
    if (!looking) show(null, false);
    looking?.ended.catch((error) => logError(error, 'searching the highlights'));
    const onHighlight: Parameters<typeof reader.onHighlight.add>[0] = (id, now) => {
      const has = search.takes(id, now, words);
      looking?.take(id, has);
    };
    reader.onHighlight.add(onHighlight);
    return () => {
      looking?.stop();
      reader.onHighlight.delete(onHighlight);
    };
  }, [reader, search, outline, key]);
  if (key === '') return { ranks: null, isLooking: false };
  return { ranks: found.ranks, isLooking: found.key !== key || found.isLooking };
}

/** Gathers what is found, and shows it now and then. */
function look(
  parts: AsyncIterable<string[]>,
  outline: Outline,
  show: (ranks: ReadonlySet<number>, isLooking: boolean) => void,
) {
  const ranks = new Set<number>();
  const since = performance.now();
  let [isLooking, isWanted, showAt] = [true, true, 0];
  const take = (id: string, has: boolean) => {
    const rank = outline.rankOf(id);
    if (rank === undefined) return;
    if (has) ranks.add(rank);
    else ranks.delete(rank);
  };
  const run = async () => {
    for await (const ids of parts) {
      if (!isWanted) return;
      for (const id of ids) take(id, true);
      const looked = performance.now() - since;
      if (ranks.size === 0 || looked < showAt) continue;
      show(ranks, true);
      showAt = Math.max(looked * SHOWN_AGAIN.times, looked + SHOWN_AGAIN.ms);
    }
    isLooking = false;
    if (isWanted) show(ranks, false);
  };
  return {
    ended: run(),
    take(id: string, has: boolean) {
      take(id, has);
      show(ranks, isLooking);
    },
    stop() {
      isWanted = false;
    },
  };
}
