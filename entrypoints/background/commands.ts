import { browser } from 'wxt/browser';
import { tellPage } from '@/lib/messages/client';
import { PAGE_COMMANDS, type PageCommand } from '@/lib/messages/protocol';
import { keepSelection } from './keep';

function isPageCommand(name: string): name is PageCommand {
  return (PAGE_COMMANDS as readonly string[]).includes(name);
}

/** Hands a keyboard command on to the page in front; the browser itself opens the popup. */
export async function relayCommand(name: string): Promise<void> {
  if (!isPageCommand(name)) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const isHeard = await tellPage(tab.id, 'command', { name });
  if (!isHeard && name === 'highlight-selection') await keepSelection(tab.id, 0);
}
