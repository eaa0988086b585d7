import { browser } from 'wxt/browser';
import { callPage, tellPage } from '@/lib/messages/client';
import { PAGE_COMMANDS, type PageCommand } from '@/lib/messages/protocol';
import { keepInFront } from './keep';
import { openNotice } from './profile';

function isPageCommand(name: string): name is PageCommand {
  return (PAGE_COMMANDS as readonly string[]).includes(name);
}

/** Hands a keyboard command on to the page in front; the browser itself opens the popup. */
export async function relayCommand(name: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (name === 'highlight-selection') await keepInFront(tab.id);
  else if (name === 'toggle-site') await toggleSite(tab.id);
  else if (isPageCommand(name)) await tellPage(tab.id, 'command', { name });
}

/** Asks the page itself, not its frames: whose answer is the first would be chance. */
async function toggleSite(tabId: number): Promise<void> {
  const toggled = await callPage(tabId, 0, 'command', { name: 'toggle-site' });
  if (!toggled.ok && toggled.error.code === 'internal') await openNotice('not-saved');
}
