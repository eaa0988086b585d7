import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hitId } from '@/components/reader/hit-id';
import { PageView } from '@/components/reader/PageView';
import { type Notice, Reader } from '@/components/reader/Reader';
import { follow, type Route, routeOf, startTrail, step } from '@/components/reader/route';
import type { Wait } from '@/components/wait/WaitLine';
import { openPath } from '@/lib/extension-page/open-path';
import { useCopied } from '@/lib/extension-page/use-copied';
import { useView } from '@/lib/extension-page/use-view';
import type { Library } from '@/lib/library/library';
import type { Highlight } from '@/lib/model/highlight';
import { openStore } from './open-store';
import type { Started } from './start';
import { type Contents, useContents } from './use-contents';
import { useCover } from './use-cover';
import { useNotices } from './use-notices';
import { usePage } from './use-page';
import { usePageParts } from './use-page-parts';

const NOT_SAVED: readonly Notice[] = ['not-saved'];

interface ReaderAppProps extends Started {
  /** What the view opens with. */
  route: Route;
  /** What is to be said of what the reader just asked for. */
  said?: Notice | null;
  /** The side panel follows the tab in front. */
  follows: boolean;
  /** A profile asked for from outside while the view is open; each asking is an object of its own. */
  asked?: { id: string } | null;
  /** Opens the side panel. */
  onPanel?: (() => void) | undefined;
}

/** The views of popup and side panel, fed from the store and from the page in front. */
export function ReaderApp(props: ReaderAppProps) {
  const { first, tab, route, said, follows, asked } = props;
  const view = useView(first);
  const { prefs, t } = view;
  const [library, setLibrary] = useState<Library | null | undefined>(undefined);
  const [trail, setTrail] = useState(() => startTrail(route));
  const [active, setActive] = useState(0);
  const here = routeOf(trail);
  const contents = useContents(library, here, prefs.script);
  const { page, notSaved, wentToHidden, actions } = usePage(view, tab, follows);
  const cover = useCover(
    library,
    page?.state === 'open' ? (page.document?.id ?? null) : null,
    prefs.script,
  );
  const notices = useNotices(library);
  const copying = useCopied();
  const isFirst = useFirstPicture(page?.state === 'open');
  const parts = usePageParts(view, page, !isFirst, actions);
  const go = (next: Route) => {
    setActive(0);
    setTrail((before) => follow(before, next));
  };
  const open = (id: string) => go({ view: 'profile', id });

  // One that did not open is asked for again when the reader goes on.
  useLayoutEffect(() => {
    if (!library) void openStore().then(setLibrary);
  }, [library, here]);
  useEffect(() => {
    if (asked) setTrail((before) => follow(before, { view: 'profile', id: asked.id }));
  }, [asked]);

  const hits = contents.view === 'search' ? contents.hits : [];
  const atlas = () => openPath('/atlas.html');
  const openHighlight = ({ url, selectors }: Highlight) =>
    void import('@/lib/address/text-fragment').then(({ withTextFragment }) =>
      browser.tabs.create({ url: withTextFragment(url, selectors) }),
    );

  const wait = waitOf(
    library,
    here.view === 'page' ? (page ? 'page' : 'failed') : contents.view,
    here,
  );
  const body = () => {
    if (wait) return null;
    if (here.view === 'page') {
      return (
        page && (
          <PageView
            page={page}
            cover={cover && <cover.DocumentCover {...cover} prefs={prefs} t={t} onOpen={open} />}
            isFirst={isFirst}
            wentToHidden={wentToHidden}
            prefs={prefs}
            t={t}
            onOpen={open}
            {...actions}
            asides={parts?.asides}
            mine={parts?.mine}
          />
        )
      );
    }
    switch (contents.view) {
      case 'profile':
        if (!contents.data) return <p class="view-empty">{t('profile_none')}</p>;
        return (
          <contents.Profile
            key={contents.id}
            data={contents.data}
            prefs={prefs}
            t={t}
            onOpen={open}
            onOpenHighlight={openHighlight}
            {...copying}
          />
        );
      case 'search':
        return (
          <contents.SearchView {...contents} active={active} prefs={prefs} t={t} onOpen={open} />
        );
      case 'highlights':
        return (
          <contents.HighlightsView
            highlights={contents.newest}
            total={contents.count}
            prefs={prefs}
            t={t}
            onOpenPage={openHighlight}
            onAtlas={() => openPath('/atlas.html#/library')}
          />
        );
    }
  };

  return (
    <Reader
      prefs={prefs}
      t={t}
      trail={trail}
      notices={[...(said ? [said] : []), ...(notSaved ? NOT_SAVED : []), ...notices]}
      datasetVersion={library?.source.version ?? null}
      activeHit={here.view === 'search' && hits[active] ? hitId(active) : null}
      onGo={go}
      onStep={(by) => setTrail((before) => step(before, by))}
      onHitKey={(key) => {
        const hit = hits[active];
        if (here.view !== 'search' || !hit) return;
        if (key === 'Enter') open(hit.brief.id);
        else setActive((active + (key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
      }}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onAtlas={atlas}
      onPanel={props.onPanel}
      controls={!wait && here.view === 'page' && parts?.controls}
      wait={wait}
      onRetry={() => location.reload()}
    >
      {body()}
    </Reader>
  );
}

/** True until the page's names have been on the screen for the first time. */
function useFirstPicture(isOpen: boolean): boolean {
  const [isFirst, setIsFirst] = useState(true);
  // After painting, unlike a layout effect.
  useEffect(() => {
    if (isOpen) setIsFirst(false);
  }, [isOpen]);
  return isFirst;
}

/** Why a route has nothing to show: the store is not open, or the contents are still another's. */
function waitOf(
  library: Library | null | undefined,
  shown: Contents['view'],
  { view }: Route,
): Wait | null {
  // What the reader kept needs no dataset.
  const isOpen = library || view === 'highlights';
  if ((library === null && !isOpen) || shown === 'failed') return 'failed';
  return isOpen && shown === view ? null : 'loading';
}
