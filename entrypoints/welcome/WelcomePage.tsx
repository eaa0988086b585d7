import { browser } from 'wxt/browser';
import { LiveSample } from '@/components/sample/LiveSample';
import { Welcome } from '@/components/welcome/Welcome';
import { useFresh } from '@/lib/extension-page/use-fresh';
import { useSample } from '@/lib/extension-page/use-sample';
import type { View } from '@/lib/extension-page/use-view';

/** The commands a beginner is told of; options list them all. */
const TOLD = [
  { command: '_execute_action', name: 'popup' },
  { command: 'next-mention', name: 'next_mention' },
  { command: 'highlight-selection', name: 'highlight_selection' },
] as const;

const readCommands = () => browser.commands.getAll();

/** True when the browser hides our button until it is pinned; Firefox shows it on the toolbar. */
async function readPinnable(): Promise<boolean> {
  const { isOnToolbar } = (await browser.action.getUserSettings?.()) ?? {};
  return isOnToolbar === false;
}

/** The page a new reader sees first. */
export function WelcomePage(view: View) {
  const [commands] = useFresh(readCommands);
  const [pinnable] = useFresh(readPinnable);
  const sample = useSample(view);
  const keys = TOLD.map(({ command, name }) => ({
    name,
    keys: commands?.find((each) => each.name === command)?.shortcut ?? '',
  }));
  return (
    <Welcome
      prefs={view.prefs}
      t={view.t}
      keys={keys}
      pinnable={pinnable ?? false}
      sample={<LiveSample {...sample} />}
    />
  );
}
