import type { ComponentChildren } from 'preact';
import { PageHead } from '@/components/page/PageHead';
import { Surface } from '@/components/surface/Surface';
import { type Wait, WaitLine } from '@/components/wait/WaitLine';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { ATLAS_VIEWS, type AtlasRoute, atlasFragment } from './atlas-route';

interface AtlasProps {
  prefs: ViewPrefs;
  t: Translate;
  route: AtlasRoute;
  /** Highlights kept; shown beside their view's name. */
  kept: number;
  /** Why there is nothing to show; null when the children are what there is. */
  wait: Wait | null;
  /** Reads anew after a failure. */
  onRetry(): void;
  children: ComponentChildren;
}

/** The frame of the atlas: its views in the head, one of them below. */
export function Atlas({ prefs, t, route, kept, wait, onRetry, children }: AtlasProps) {
  return (
    <Surface prefs={prefs} class="page atlas">
      <PageHead here="atlas" t={t}>
        <nav class="atlas-views" aria-label={t('reader_views')}>
          {ATLAS_VIEWS.map((view) => (
            <a
              key={view}
              href={atlasFragment(
                view === 'library' ? { view, panel: null } : { view, choices: {} },
              )}
              aria-current={route.view === view ? 'page' : undefined}
            >
              {t(`atlas_${view}`)}
              {view === 'library' && kept > 0 && (
                <span class="atlas-count">{kept.toLocaleString(prefs.language)}</span>
              )}
            </a>
          ))}
        </nav>
      </PageHead>
      <main class="atlas-main" data-view={route.view}>
        <WaitLine wait={wait} t={t} onRetry={onRetry} />
        {children}
      </main>
    </Surface>
  );
}
