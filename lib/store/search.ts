import type { EntityId } from '@/lib/model/entity';
import type { SearchHit } from '@/lib/model/views';
import { briefsOf } from './briefs';
import type { EntitySource } from './source';

/**
 * Answers ids for words, best first, with the Chinese name in which they stand where they stand in
 * one: lib/search/search-index.ts over a stored index.
 */
export type Search = (words: string) => { id: EntityId; score: number; name?: string }[];

/** Hits shown for one query; what is further down is better found by another word. */
const MAX_HITS = 30;

/** Finds entities by what a reader types and resolves what a list of them shows. */
export async function searchEntities(
  source: EntitySource,
  search: Search,
  words: string,
): Promise<SearchHit[]> {
  const found = search(words).slice(0, MAX_HITS);
  const byId = new Map(found.map((one) => [one.id, one]));
  const all = await briefsOf(source, await source.entities([...byId.keys()]));
  return all.map((brief) => ({
    brief,
    matched: byId.get(brief.id)?.name ?? brief.names.zhHans,
    score: byId.get(brief.id)?.score ?? 0,
  }));
}
