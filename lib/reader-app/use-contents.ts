import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Route } from '@/components/reader/route';
import type { Library } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';
import type { Script } from '@/lib/model/languages';
import type { ProfileData, SearchHit } from '@/lib/model/views';
import type { Newest } from '@/lib/store/by-index';

type Profile = typeof import('@/components/profile/Profile').Profile;
type SearchView = typeof import('@/components/reader/SearchView').SearchView;
type HighlightsView = typeof import('@/components/reader/HighlightsView').HighlightsView;

/**
 * What the store says for a route, with the view that draws it; `waiting` until it has answered,
 * `failed` when it cannot.
 * The views come with their contents: most openings of the popup show the page and nothing else.
 */
export type Contents =
  | { view: 'waiting' | 'failed' | 'page' }
  | { view: 'profile'; id: string; data: ProfileData | null; Profile: Profile }
  | { view: 'search'; query: string; hits: SearchHit[]; SearchView: SearchView }
  | ({ view: 'highlights'; HighlightsView: HighlightsView } & Newest);

/** Passages listed in the small view; the atlas has the rest. */
const LISTED_HIGHLIGHTS = 30;

/**
 * Reads what a route shows. While the next route is being read the last one's contents stay, so
 * that nothing flickers between two letters of a search.
 */
export function useContents(
  library: Library | null | undefined,
  route: Route,
  script: Script,
): Contents {
  const [contents, setContents] = useState<Contents>({ view: 'waiting' });
  const search = useMemo(
    () =>
      library ? import('@/lib/library/read-entries').then((read) => read.searcher(library)) : null,
    [library],
  );
  // A layout effect: an ordinary one would wait for a frame with nothing in it.
  useLayoutEffect(() => {
    let current = true;
    const read = async (): Promise<Contents> => {
      if (route.view === 'highlights') {
        const [newest, { HighlightsView }] = await Promise.all([
          import('@/lib/library/read-highlights').then((read) =>
            read.newestHighlights(LISTED_HIGHLIGHTS),
          ),
          import('@/components/reader/HighlightsView'),
          import('@/components/reader/kept.css'),
        ]);
        return { ...route, ...newest, HighlightsView };
      }
      if (!library) return { view: 'waiting' };
      switch (route.view) {
        case 'page':
          return { view: 'page' };
        case 'profile': {
          const [data, { Profile }] = await Promise.all([
            import('@/lib/library/read-entries').then((read) =>
              read.readProfile(library, route.id, script),
            ),
            import('@/components/profile/Profile'),
            import('@/components/profile/profile.css'),
          ]);
          return { ...route, data, Profile };
        }
        case 'search': {
          const [hits, { SearchView }] = await Promise.all([
            search?.then((find) => find(route.query, script)) ?? [],
            import('@/components/reader/SearchView'),
            import('@/components/reader/search.css'),
          ]);
          return { ...route, hits, SearchView };
        }
      }
    };
    read().then(
      (next) => current && setContents(next),
      (error) => {
        logError(error, 'reading a view');
        if (current) setContents({ view: 'failed' });
      },
    );
    return () => {
      current = false;
    };
  }, [library, search, route, script]);
  return contents;
}
