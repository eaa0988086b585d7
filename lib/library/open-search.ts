import type { SearchHit } from '@/lib/model/views';
import { readSearchIndex, searchIndex } from '@/lib/search/search-index';
import type { GovGlossDb } from '@/lib/store/db';
import { searchEntities } from '@/lib/store/search';
import type { EntitySource } from '@/lib/store/source';
import { searchIndexOf } from './stored-search-index';

/** Parses the index and answers a search over it. */
export async function openSearch(
  db: GovGlossDb | null,
  source: EntitySource,
): Promise<(query: string) => Promise<SearchHit[]>> {
  const index = readSearchIndex(await searchIndexOf(db, source));
  return (query) => searchEntities(source, (words) => searchIndex(index, words), query);
}
