import { useEffect, useState } from 'preact/hooks';
import { Atlas } from '@/components/atlas/Atlas';
import { type AtlasRoute, atlasFragment, parseAtlasRoute } from '@/components/atlas/atlas-route';
import { CompareView } from '@/components/atlas/CompareView';
import { isRead, waitFor } from '@/lib/extension-page/reading';
import type { View } from '@/lib/extension-page/use-view';
import type { Library } from '@/lib/library/library';
import { beginOpening } from '@/lib/library/open';
import { logError } from '@/lib/messages/error-log';
import type { GovGlossDb } from '@/lib/store/db';
import { LibraryPage } from './LibraryPage';
import { MapPage } from './MapPage';
import { ProfilePage } from './ProfilePage';
import { RoadmapPage } from './RoadmapPage';
import { useDataset } from './use-dataset';
import { useHighlights } from './use-highlights';

/** The atlas: the fragment of the address says what of it is shown, so back and forward work. */
export function AtlasPage(view: View) {
  const { prefs, t } = view;
  const route = useRoute();
  const { db, library } = useOpening();
  const highlights = useHighlights(db);
  const data = useDataset(library, prefs.script);

  // What the reader kept needs no dataset.
  const wait = route.view === 'library' ? waitFor(highlights) : waitFor(highlights, data);

  const body = () => {
    if (!isRead(highlights)) return null;
    if (route.view === 'library') {
      const store = { db: db ?? null, library: library ?? null };
      return <LibraryPage {...view} {...store} panel={route.panel} highlights={highlights} />;
    }
    if (!library || !isRead(data)) return null;
    switch (route.view) {
      case 'map':
        return <MapPage {...view} data={data} highlights={highlights} />;
      case 'compare':
        return (
          <CompareView
            data={data}
            prefs={prefs}
            t={t}
            entityUrl={(id) => atlasFragment({ view: 'profile', id })}
          />
        );
      case 'roadmap':
        return <RoadmapPage {...view} data={data} />;
      case 'profile':
        return <ProfilePage {...view} store={library} id={route.id} highlights={highlights} />;
    }
  };
  return (
    <Atlas
      prefs={prefs}
      t={t}
      route={route}
      kept={isRead(highlights) ? highlights.length : 0}
      wait={wait}
      onRetry={() => location.reload()}
    >
      {body()}
    </Atlas>
  );
}

/** Database and library as they are opened: undefined until then, null where there is none. */
function useOpening() {
  const [db, setDb] = useState<GovGlossDb | null | undefined>(undefined);
  const [library, setLibrary] = useState<Library | null | undefined>(undefined);
  useEffect(() => {
    const opening = beginOpening();
    void opening.store.then(setDb);
    opening.library.then(setLibrary, (error) => {
      logError(error, 'opening the library');
      setLibrary(null);
    });
  }, []);
  return { db, library };
}

/** The route in the address; a new one begins at its top. */
function useRoute(): AtlasRoute {
  const [route, setRoute] = useState(() => parseAtlasRoute(location.hash));
  useEffect(() => {
    const onChange = () => {
      setRoute(parseAtlasRoute(location.hash));
      document.querySelector('.atlas-main')?.scrollTo(0, 0);
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return route;
}
