import { browser } from 'wxt/browser';
import { SiteSets } from '@/components/options/SiteSets';
import { LiveSample } from '@/components/sample/LiveSample';
import { Welcome } from '@/components/welcome/Welcome';
import { useFresh } from '@/lib/extension-page/use-fresh';
import { useSample } from '@/lib/extension-page/use-sample';
import { useShortcuts } from '@/lib/extension-page/use-shortcuts';
import { useSites } from '@/lib/extension-page/use-sites';
import type { View } from '@/lib/extension-page/use-view';

/** The commands a beginner is told of; options list them all. */
const TOLD = ['_execute_action', 'next-mention', 'previous-mention', 'highlight-selection'];

/** True when the browser hides our button until it is pinned; Firefox shows it on the toolbar. */
async function readPinnable(): Promise<boolean> {
  const { isOnToolbar } = (await browser.action.getUserSettings?.()) ?? {};
  return isOnToolbar === false;
}

/** The page a new reader sees first. */
export function WelcomePage(view: View) {
  const { prefs, t } = view;
  const [pinnable] = useFresh(readPinnable);
  const sample = useSample(view);
  const { shortcuts, change } = useShortcuts(t);
  const { sites, add } = useSites();
  return (
    <Welcome
      prefs={prefs}
      t={t}
      shortcuts={shortcuts.filter(({ name }) => TOLD.includes(name))}
      onChangeKeys={change}
      pinnable={pinnable ?? false}
      sample={<LiveSample {...sample} />}
      sites={<SiteSets t={t} added={sites.added.map(({ host }) => host)} onAdd={add} />}
    />
  );
}
