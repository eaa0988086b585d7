import { browser } from 'wxt/browser';
import {
  leaveOpening,
  type Opening,
  type OpeningNotice,
  takeOpening,
} from '@/lib/messages/opening';

/**
 * Opens the popup with something to show; where the browser will not open it (no window in front),
 * `otherwise` shows the same in a tab.
 */
async function openPopupWith(opening: Opening, otherwise: () => Promise<void>): Promise<void> {
  await leaveOpening(opening);
  try {
    await browser.action.openPopup();
  } catch {
    await takeOpening();
    await otherwise();
  }
}

/** Opens the popup at a profile. */
export function openProfile(id: string): Promise<void> {
  return openPopupWith({ id }, () => openProfileTab(id));
}

/** Opens the popup with a sentence about what the reader just asked for. */
export function openNotice(notice: OpeningNotice): Promise<void> {
  return openPopupWith({ notice }, () => openTab('notice', notice));
}

/** Opens the profile as a page of its own. */
export function openProfileTab(id: string): Promise<void> {
  return openTab('id', id);
}

/** Opens the search, with words in it, as a page of its own. */
export function openSearch(text: string): Promise<void> {
  return openTab('q', text);
}

async function openTab(name: 'id' | 'q' | 'notice', value: string): Promise<void> {
  const url = new URL(browser.runtime.getURL('/popup.html'));
  url.searchParams.set(name, value);
  await browser.tabs.create({ url: url.href });
}
