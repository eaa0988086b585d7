import { browser } from 'wxt/browser';
import type { Shortcut } from '@/components/options/ShortcutsSection';
import { useFresh } from '@/lib/extension-page/use-fresh';
import type { Translate } from '@/lib/language/prefs';

/** As a reader meets them; Chromium answers by the alphabet, Firefox as the manifest has them. */
const ORDER = [
  '_execute_action',
  'next-mention',
  'previous-mention',
  'open-card',
  'highlight-selection',
  'toggle-site',
];

function byOrder(one: { name?: string }, other: { name?: string }): number {
  return ORDER.indexOf(one.name ?? '') - ORDER.indexOf(other.name ?? '');
}

/** The browsers' own pages where keys are changed; an extension may open them. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

const readCommands = () => browser.commands.getAll();

/** Firefox 137 and later open their page on demand; WXT's types are Chromium's. */
function openFirefoxPage(): (() => Promise<void>) | null {
  const commands: object = browser.commands;
  if (!('openShortcutSettings' in commands)) return null;
  const open: unknown = commands.openShortcutSettings;
  return typeof open === 'function' ? () => open.call(commands) : null;
}

function changer(): (() => void) | null {
  const open =
    import.meta.env.BROWSER === 'firefox'
      ? openFirefoxPage()
      : () => browser.tabs.create({ url: CHROMIUM_PAGE });
  return open && (() => void open());
}

/** The commands as the browser knows them, named in the reader's language. */
export function useShortcuts(t: Translate): { shortcuts: Shortcut[]; change: (() => void) | null } {
  const [commands] = useFresh(readCommands);
  const shortcuts = (commands ?? []).sort(byOrder).flatMap(({ name, shortcut }) => {
    if (!name) return [];
    const key = name.startsWith('_execute') ? 'popup' : name.replaceAll('-', '_');
    return [{ name, description: t(`command_${key}`), keys: shortcut ?? '' }];
  });
  return { shortcuts, change: changer() };
}
