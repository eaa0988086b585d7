import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library as Dataset } from '@/lib/library/library';
import { searcher } from '@/lib/library/read-entries';
import { logError } from '@/lib/messages/error-log';
import type { Script } from '@/lib/model/languages';
import type { EntityBrief } from '@/lib/model/views';
import type { LibraryReader } from './library-reader';

/** An entity that the words name, with how many highlights name it, by whatever name. */
export interface Named {
  brief: EntityBrief;
  count: number;
}

/** So many are offered. */
const MOST_NAMED = 3;
/** The index of names is asked when the reader has paused for so many ms. */
const PAUSE_MS = 250;

/**
 * The entities that the looked-for words may mean and that highlights name: “Zhejiang” finds what was
 * read about 浙江. Nothing is asked before there are words.
 */
export function useNamed(
  library: Dataset | null,
  reader: LibraryReader | null,
  words: string,
  script: Script,
): Named[] {
  const find = useMemo(() => library && searcher(library), [library]);
  const [hits, setHits] = useState<EntityBrief[]>([]);
  const query = words.trim();
  useEffect(() => {
    setHits([]);
    if (!find || query === '') return;
    let wanted = true;
    const timer = setTimeout(() => {
      reader?.divide(['entity'], false);
      find(query, script).then(
        (found) => wanted && setHits(found.map(({ brief }) => brief)),
        (error) => logError(error, 'looking for what is named'),
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [find, reader, query, script]);
  const { outline } = reader ?? {};
  return useMemo(
    () =>
      hits
        .map((brief) => ({ brief, count: outline?.countOf('entity', brief.id) ?? 0 }))
        .filter(({ count }) => count > 0)
        .slice(0, MOST_NAMED),
    [hits, outline, outline?.version],
  );
}
