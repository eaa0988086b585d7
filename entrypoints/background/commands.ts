import { browser } from 'wxt/browser';
import { callPage, tellPage } from '@/lib/messages/client';
import { PAGE_COMMANDS, type PageCommand } from '@/lib/messages/protocol';
import { keepSelection } from './keep';
import { openNotice } from './profile';

function isPageCommand(name: string): name is PageCommand {
  return (PAGE_COMMANDS as readonly string[]).includes(name);
}

/** Hands a keyboard command on to the page in front; the browser itself opens the popup. */
export async function relayCommand(name: string): Promise<void> {
  if (!isPageCommand(name)) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (name === 'toggle-site') {
    // Of the page itself, not of its frames: whose answer is the first would be chance.
    const toggled = await callPage(tab.id, 0, 'command', { name });
    if (!toggled.ok && toggled.error.code === 'internal') await openNotice('not-saved');
    return;
  }
  const isHeard = await tellPage(tab.id, 'command', { name });
  if (!isHeard && name === 'highlight-selection') await keepSelection(tab.id, 0);
}
