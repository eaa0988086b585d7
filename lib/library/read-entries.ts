import type { Script } from '@/lib/model/languages';
import type { CardData, ProfileData, SearchHit } from '@/lib/model/views';
import { highlightsOfEntity } from '@/lib/store/highlights';
import { cardOf, profileOf } from '@/lib/store/queries';
import { asked, type Library } from './library';
import { shown } from './read-page';

/** Everything said of one entity, or null when the dataset does not know it. */
export async function readProfile(
  library: Library,
  id: string,
  script: Script,
): Promise<ProfileData | null> {
  const { db, source } = library;
  const highlights = db ? await highlightsOfEntity(db, id) : null;
  const read = () => profileOf(source, id, highlights?.ok ? highlights.value : []);
  const profile = await asked(library, read, (found) => !found.ok);
  return profile.ok ? shown(profile.value, script) : null;
}

/** The card of one entity, or null when the dataset does not know it. */
export async function readCard(
  library: Library,
  id: string,
  script: Script,
): Promise<CardData | null> {
  const read = () => cardOf(library.source, id, []);
  const card = await asked(library, read, (found) => !found.ok);
  return card.ok ? shown(card.value, script) : null;
}

/** Answers hits, best first, in the reader's script. */
export type Searcher = (query: string, script: Script) => Promise<SearchHit[]>;

/** A searcher that parses the index once; its code is loaded with the first search. */
export function searcher(library: Library): Searcher {
  const open = async () => (await import('./search')).openSearch(library);
  let opening: ReturnType<typeof open> | null = null;
  return async (query, script) => {
    const hits = await asked(library, async () => {
      opening ??= open();
      try {
        return await (await opening)(query);
      } catch (error) {
        opening = null;
        throw error;
      }
    });
    return shown(hits, script);
  };
}
