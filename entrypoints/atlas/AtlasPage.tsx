import { useEffect, useState } from 'preact/hooks';
import { Atlas } from '@/components/atlas/Atlas';
import { type AtlasRoute, atlasFragment, parseAtlasRoute } from '@/components/atlas/atlas-route';
import { CompareView } from '@/components/atlas/CompareView';
import { isRead, waitFor } from '@/lib/extension-page/reading';
import type { View } from '@/lib/extension-page/use-view';
import { type Library, openLibrary } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';
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
  const [store, setStore] = useState<Library | null | undefined>(undefined);
  useEffect(() => {
    openLibrary().then(setStore, (error) => {
      logError(error, 'opening the store');
      setStore(null);
    });
  }, []);
  const kept = useHighlights(store);
  const data = useDataset(store, prefs.script);

  const wait = store === null ? 'failed' : waitFor(kept, data);

  const body = () => {
    if (!store || !isRead(data) || !isRead(kept)) return null;
    const { highlights } = kept;
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
      case 'library':
        return <LibraryPage {...view} {...kept} store={store} panel={route.panel} />;
      case 'profile':
        return <ProfilePage {...view} store={store} id={route.id} highlights={highlights} />;
    }
  };
  return (
    <Atlas
      prefs={prefs}
      t={t}
      route={route}
      kept={isRead(kept) ? kept.highlights.length : 0}
      wait={wait}
      onRetry={() => location.reload()}
    >
      {body()}
    </Atlas>
  );
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
