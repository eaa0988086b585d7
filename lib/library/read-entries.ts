import type { Script } from '@/lib/language/prefs';
import type { Highlight } from '@/lib/model/highlight';
import type { CardData, ProfileData, SearchHit } from '@/lib/model/views';
import { allHighlights, highlightsOfEntity } from '@/lib/store/highlights';
import { cardOf, profileOf } from '@/lib/store/queries';
import { type Library, shown } from './library';

/** Everything said of one entity, or null when the dataset does not know it. */
export async function readProfile(
  { db, source }: Library,
  id: string,
  script: Script,
): Promise<ProfileData | null> {
  const highlights = db ? await highlightsOfEntity(db, id) : null;
  const profile = await profileOf(source, id, highlights?.ok ? highlights.value : []);
  return profile.ok ? shown(profile.value, script) : null;
}

/** The card of one entity, or null when the dataset does not know it. */
export async function readCard(
  { source }: Library,
  id: string,
  script: Script,
): Promise<CardData | null> {
  const card = await cardOf(source, id, []);
  return card.ok ? shown(card.value, script) : null;
}

/** Answers hits, best first, in the reader's script. */
export type Searcher = (query: string, script: Script) => Promise<SearchHit[]>;

/** A searcher that parses the stored index once; its code is loaded with the first search. */
export function searcher(library: Library): Searcher {
  let opening: Promise<(query: string) => Promise<SearchHit[]>> | null = null;
  return async (query, script) => {
    opening ??= import('./open-search').then(({ openSearch }) =>
      openSearch(library.db, library.source),
    );
    const search = await opening;
    return shown(await search(query), script);
  };
}

/** Every highlight, newest first. */
export async function readHighlights({ db }: Library): Promise<Highlight[]> {
  const all = db ? await allHighlights(db) : null;
  return all?.ok ? all.value.highlights.reverse() : [];
}
