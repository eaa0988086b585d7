import { type Browser, browser } from 'wxt/browser';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { readSettings } from '@/lib/messages/settings';
import { createTurns } from '@/lib/resource/in-turn';
import { keepSelection } from './keep';
import { bestHit } from './omnibox';
import { openProfile, openSearch } from './profile';

const LOOK_UP = 'look-up';
const KEEP = 'keep-highlight';

/** Two changes of settings in a row must not both add what both have taken away. */
const inTurn = createTurns();

/** Puts the two entries on selected text, in the reader's language; again when that changes. */
export function placeMenus(): Promise<void> {
  return inTurn(async () => {
    const messages = await readCatalogue(interfaceLanguage(await readSettings()));
    await browser.contextMenus.removeAll();
    for (const [id, key] of [
      [LOOK_UP, 'menu_look_up'],
      [KEEP, 'menu_keep'],
    ] as const) {
      browser.contextMenus.create({ id, title: messages[key] ?? key, contexts: ['selection'] });
    }
  });
}

/** Does what was chosen in the menu: look the selection up, or keep it as a highlight. */
export async function runMenu(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  if (info.menuItemId === LOOK_UP && info.selectionText) {
    const hit = await bestHit(info.selectionText);
    await (hit ? openProfile(hit.brief.id) : openSearch(info.selectionText));
  }
  if (info.menuItemId === KEEP && tab?.id !== undefined) {
    await keepSelection(tab.id, info.frameId ?? 0);
  }
}
