import type { ComponentChildren } from 'preact';
import { Sign } from '@/components/surface/Sign';
import { Surface } from '@/components/surface/Surface';
import { type Wait, WaitLine } from '@/components/wait/WaitLine';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import { canGoBack, canGoForward, type Route, routeOf, type Trail } from './route';
import { SearchField } from './SearchField';
import { useKeptPlace } from './use-kept-place';

/** What the reader must know of the data, the store or what was asked, said above every view. */
export type Notice =
  | 'cannot-keep'
  | 'not-saved'
  | 'dataset-kept'
  | 'store-unavailable'
  | 'storage-full'
  | 'store-blocked'
  | 'library-restored'
  | 'library-lost'
  | 'backup-due';

export interface ReaderProps {
  prefs: ViewPrefs;
  t: Translate;
  trail: Trail;
  notices: Notice[];
  datasetVersion: string | null;
  /** Id of the search hit the arrow keys are on, for the field's `aria-activedescendant`. */
  activeHit: string | null;
  onGo(route: Route): void;
  onStep(by: -1 | 1): void;
  /** A key pressed in the search field that moves in the results or opens one. */
  onHitKey(key: 'ArrowDown' | 'ArrowUp' | 'Enter'): void;
  onOptions(): void;
  onAtlas(): void;
  /** Opens the same views beside the page; absent where they are, or where there is no panel. */
  onPanel?: (() => void) | undefined;
  /** Why there is nothing to show yet; null when the children are what there is. */
  wait: Wait | null;
  /** Reads anew after a failure. */
  onRetry(): void;
  children: ComponentChildren;
  /** Stays in reach under what scrolls. */
  controls?: ComponentChildren;
}

/** The frame around the views of popup and side panel: way back, search, tabs, notices. */
export function Reader(props: ReaderProps) {
  const { prefs, t, trail, notices, datasetVersion } = props;
  const route = routeOf(trail);
  const main = useKeptPlace(trail);
  return (
    <Surface prefs={prefs} class="reader">
      <header class="reader-head">
        <button
          type="button"
          class="sign"
          disabled={!canGoBack(trail)}
          aria-label={t('reader_back')}
          title={t('reader_back')}
          onClick={() => props.onStep(-1)}
        >
          <Sign name="back" />
        </button>
        <button
          type="button"
          class="sign"
          disabled={!canGoForward(trail)}
          aria-label={t('reader_forward')}
          title={t('reader_forward')}
          onClick={() => props.onStep(1)}
        >
          <Sign name="forward" />
        </button>
        <SearchField
          t={t}
          query={route.view === 'search' ? route.query : ''}
          activeHit={props.activeHit}
          onQuery={(query) => props.onGo(query ? { view: 'search', query } : { view: 'page' })}
          onHitKey={props.onHitKey}
        />
      </header>
      <nav class="reader-tabs" aria-label={t('reader_views')}>
        {(['page', 'highlights'] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-current={route.view === view ? 'page' : undefined}
            onClick={() => props.onGo({ view })}
          >
            {t(`reader_${view}`)}
          </button>
        ))}
        {props.onPanel && (
          <button type="button" onClick={props.onPanel}>
            {t('reader_panel')}
          </button>
        )}
        <button type="button" class="reader-out" onClick={props.onAtlas}>
          {t('reader_atlas')}
          <Sign name="out" />
        </button>
      </nav>
      <div role="status" class="reader-notices">
        {notices.map((notice) => (
          <p key={notice}>{t(`notice_${snake(notice)}`)}</p>
        ))}
      </div>
      <main ref={main} class="reader-main" tabIndex={-1}>
        <WaitLine wait={props.wait} t={t} onRetry={props.onRetry} />
        {props.children}
      </main>
      {props.controls}
      <footer class="reader-foot">
        <span>{datasetVersion ? t('reader_dataset', { version: datasetVersion }) : ''}</span>
        <button type="button" class="button" data-weight="word" onClick={props.onOptions}>
          {t('reader_options')}
        </button>
      </footer>
    </Surface>
  );
}
