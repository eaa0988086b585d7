import { useEffect, useMemo, useState } from 'preact/hooks';
import { logError } from '@/lib/messages/error-log';
import type { LibraryReader } from './library-reader';
import { WordSearch } from './word-search';

/**
 * Ranks of the highlights that have every word: more of them with each part of the library that is
 * read, the newest first; null where no words are looked for. Those of the last words stay until the
 * first of the next are there.
 */
export function useFound(
  reader: LibraryReader | null,
  words: readonly string[],
): ReadonlySet<number> | null {
  const [found, setFound] = useState<ReadonlySet<number> | null>(null);
  const search = useMemo(() => reader && new WordSearch(reader.db), [reader]);
  const outline = reader?.outline ?? null;
  const key = words.join(' ');
  useEffect(() => {
    if (!reader || !search || !outline || words.length === 0) return setFound(null);
    let wanted = true;
    const ranks = new Set<number>();
    const ofId = (id: string) => outline.rankOf(id) ?? -1;
    const look = async () => {
      const newestFirst = outline.ordered(outline.fitting({}, null), 'newest');
      for await (const ids of search.find(newestFirst, words)) {
        if (!wanted) return;
        for (const id of ids) ranks.add(ofId(id));
        setFound(new Set(ranks));
      }
    };
    look().catch((error) => logError(error, 'searching the highlights'));
    const onHighlight: Parameters<typeof reader.onHighlight.add>[0] = (id, now) => {
      if (search.takes(id, now, words)) ranks.add(ofId(id));
      else ranks.delete(ofId(id));
      setFound(new Set(ranks));
    };
    reader.onHighlight.add(onHighlight);
    return () => {
      wanted = false;
      reader.onHighlight.delete(onHighlight);
    };
  }, [reader, search, outline, key]);
  return words.length === 0 ? null : found;
}
