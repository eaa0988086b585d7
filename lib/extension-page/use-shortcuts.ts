import { browser } from 'wxt/browser';
import type { Shortcut } from '@/components/options/ShortcutsSection';
import type { MessageKey, Translate } from '@/lib/language/translate';
import type { PageCommand } from '@/lib/messages/protocol';
import { keysOf } from '@/lib/model/registry';
import { useFresh } from './use-fresh';

/** In words, as a reader meets them; Chromium answers by the alphabet, Firefox as the manifest has them. */
const WORDS: Record<'_execute_action' | 'highlight-selection' | PageCommand, MessageKey> = {
  _execute_action: 'command_popup',
  'next-mention': 'command_next_mention',
  'previous-mention': 'command_previous_mention',
  'open-card': 'command_open_card',
  'highlight-selection': 'command_highlight_selection',
  'toggle-site': 'command_toggle_site',
};

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
  const shortcuts = keysOf(WORDS).flatMap((name) => {
    const command = commands?.find((each) => each.name === name);
    return command ? [{ name, description: t(WORDS[name]), keys: command.shortcut ?? '' }] : [];
  });
  return { shortcuts, change: changer() };
}
