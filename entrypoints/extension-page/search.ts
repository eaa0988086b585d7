import { readSearchIndex, searchIndex } from '@/lib/dataset/search-index';
import { searchIndexOf } from '@/lib/knowledge/search-index';
import type { SearchHit } from '@/lib/model/views';
import type { GovGlossDb } from '@/lib/store/db';
import { searchEntities } from '@/lib/store/search';
import type { EntitySource } from '@/lib/store/source';

/** Parses the index and answers a search over it. */
export async function openSearch(
  db: GovGlossDb | null,
  source: EntitySource,
): Promise<(query: string) => Promise<SearchHit[]>> {
  const index = readSearchIndex(await searchIndexOf(db, source));
  return (query) => searchEntities(source, (words) => searchIndex(index, words), query);
}
