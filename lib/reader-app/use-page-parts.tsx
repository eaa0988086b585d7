import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '@/components/reader/page-state';
import type { View } from '@/lib/extension-page/use-view';
import { logError } from '@/lib/messages/error-log';
import { changeSettings } from '@/lib/messages/settings';
import type { PageActions } from './use-page';

type MarkControls = typeof import('@/components/reader/MarkControls').MarkControls;
type PageAsides = typeof import('@/components/reader/PageAsides').PageAsides;
type PageMine = typeof import('@/components/reader/PageMine').PageMine;

interface Views {
  MarkControls: MarkControls;
  PageAsides: PageAsides;
  PageMine: PageMine;
}

/** What stands around the names of the page in front. */
export interface PageParts {
  controls: ComponentChildren;
  asides: ComponentChildren;
  mine: ComponentChildren;
}

/** What stands around the page's names; read in once it `isDue`: these are on the screen. */
export function usePageParts(
  { settings, prefs, t }: View,
  page: PageState | null,
  isDue: boolean,
  actions: PageActions,
): PageParts | null {
  const [views, setViews] = useState<Views | null>(null);
  useEffect(() => {
    if (!isDue) return;
    readViews().then(setViews, (error) => logError(error, 'reading the parts of a page'));
  }, [isDue]);
  if (!views || page?.state !== 'open') return null;
  const { asides, highlights, hidesMine } = page;
  const shared = { prefs, t, ...actions };
  return {
    controls: !page.paused && (
      <views.MarkControls
        settings={settings}
        t={t}
        onChange={(change) => void changeSettings(change)}
      />
    ),
    asides: asides.length > 0 && <views.PageAsides asides={asides} {...shared} />,
    mine: <views.PageMine {...{ highlights, hidesMine }} {...shared} />,
  };
}

async function readViews(): Promise<Views> {
  const [controls, asides, mine] = await Promise.all([
    import('@/components/reader/MarkControls'),
    import('@/components/reader/PageAsides'),
    import('@/components/reader/PageMine'),
    import('@/components/reader/page-parts.css'),
  ]);
  return { ...controls, ...asides, ...mine };
}
