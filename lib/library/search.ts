import type { SearchHit } from '@/lib/model/views';
import { buildSearchIndex, readSearchIndex, searchIndex } from '@/lib/search/search-index';
import { briefsOf } from '@/lib/store/briefs';
import { type Derived, derived, type Recipe } from './derived';
import type { Library } from './library';

/** Hits shown for one query; what is further down is better found by another word. */
const MAX_HITS = 30;

const SEARCH_INDEX: Recipe<string> = {
  name: 'search-index',
  make: ({ entities }) => buildSearchIndex(entities),
  is: (kept) => typeof kept === 'string',
};

/**
 * The search index of a library, as text. Marks and cards do not wait for it: whoever asks first
 * after an install, an update or a change of the reader's own entries makes it (some 100 ms, in slices).
 */
export function searchIndexOf(library: Library): Promise<Derived<string>> {
  return derived(library, SEARCH_INDEX);
}

/** Parses the index; answers what finds entities by what a reader types, best first. */
export async function openSearch(
  library: Library,
): Promise<(words: string) => Promise<SearchHit[]>> {
  const index = readSearchIndex((await searchIndexOf(library)).data);
  return async (words) => {
    const found = searchIndex(index, words).slice(0, MAX_HITS);
    const byId = new Map(found.map((one) => [one.id, one]));
    const all = await briefsOf(library.source, await library.source.entities([...byId.keys()]));
    return all.map((brief) => ({
      brief,
      matched: byId.get(brief.id)?.name ?? brief.names.zhHans,
      score: byId.get(brief.id)?.score ?? 0,
    }));
  };
}
