import { useEffect, useState } from 'preact/hooks';
import { Atlas } from '@/components/atlas/Atlas';
import {
  type AtlasRoute,
  atlasFragment,
  type Choices,
  parseAtlasRoute,
} from '@/components/atlas/atlas-route';
import { isRead, waitFor } from '@/lib/extension-page/reading';
import { useFresh } from '@/lib/extension-page/use-fresh';
import type { View } from '@/lib/extension-page/use-view';
import { database } from '@/lib/library/database';
import { openLibrary } from '@/lib/library/open';
import { BrowsePage } from './BrowsePage';
import { ChartsPage } from './ChartsPage';
import { ComparePage } from './ComparePage';
import { LibraryPage } from './LibraryPage';
import { MapPage } from './MapPage';
import { ProfilePage } from './ProfilePage';
import { RoadmapPage } from './RoadmapPage';
import { useDataset } from './use-dataset';
import { useLibrary } from './use-library';

// Asked again when the page comes back to the front, in case there was none.
const readStore = async () => ({ db: await database() });
const readLibrary = async () => ({ library: await openLibrary() });

/** The atlas: the fragment of the address says what of it is shown, so back and forward work. */
export function AtlasPage(view: View) {
  const { prefs, t } = view;
  const [route, setChoices] = useRoute();
  const db = useFresh(readStore)[0]?.db;
  const library = useFresh(readLibrary)[0]?.library;
  const kept = useLibrary(db);
  const data = useDataset(library, prefs.script);

  // What the reader kept needs no dataset.
  const wait = route.view === 'library' ? kept.wait : (kept.wait ?? waitFor(data));

  const body = () => {
    if (kept.wait) return null;
    if (route.view === 'library') {
      const store = { db: db ?? null, library: library ?? null };
      return <LibraryPage {...view} {...store} {...kept} panel={route.panel} />;
    }
    if (!library || !isRead(data)) return null;
    switch (route.view) {
      case 'map':
        return (
          <MapPage
            {...view}
            data={data}
            reader={kept.reader}
            choices={route.choices}
            onChoices={setChoices}
          />
        );
      case 'compare':
        return <ComparePage {...view} data={data} choices={route.choices} onChoices={setChoices} />;
      case 'roadmap':
        return <RoadmapPage {...view} data={data} choices={route.choices} onChoices={setChoices} />;
      case 'charts':
        return <ChartsPage {...view} data={data} choices={route.choices} onChoices={setChoices} />;
      case 'browse':
        return <BrowsePage {...view} data={data} choices={route.choices} onChoices={setChoices} />;
      case 'profile':
        return (
          <ProfilePage
            {...view}
            store={library}
            id={route.id}
            db={db ?? null}
            sequence={kept.reader?.sequence ?? null}
          />
        );
    }
  };
  return (
    <Atlas
      prefs={prefs}
      t={t}
      route={route}
      kept={kept.reader?.count ?? 0}
      wait={wait}
      onRetry={() => location.reload()}
    >
      {body()}
    </Atlas>
  );
}

/**
 * The route in the address; a new one begins at its top. Choices made in a view go into its address
 * without a step of their own in the history.
 */
function useRoute(): [AtlasRoute, (choices: Choices) => void] {
  const [route, setRoute] = useState(() => parseAtlasRoute(location.hash));
  useEffect(() => {
    const onChange = () => {
      setRoute(parseAtlasRoute(location.hash));
      document.querySelector('.atlas-main')?.scrollTo(0, 0);
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const setChoices = (choices: Choices) =>
    setRoute((now) => {
      if (!('choices' in now)) return now;
      const next = { ...now, choices };
      history.replaceState(null, '', atlasFragment(next));
      return next;
    });
  return [route, setChoices];
}
