import { browser } from 'wxt/browser';
import { leaveOpening, takeOpening } from '@/lib/messages/opening';

/**
 * Opens the popup at a profile; where the browser will not open it (no window in front), a tab
 * shows the same view.
 */
export async function openProfile(id: string): Promise<void> {
  await leaveOpening(id);
  try {
    await browser.action.openPopup();
  } catch {
    await takeOpening();
    await openProfileTab(id);
  }
}

/** Opens the profile as a page of its own. */
export async function openProfileTab(id: string): Promise<void> {
  const url = new URL(browser.runtime.getURL('/popup.html'));
  url.searchParams.set('id', id);
  await browser.tabs.create({ url: url.href });
}

/** Opens the search, with words in it, as a page of its own. */
export async function openSearch(text: string): Promise<void> {
  const url = new URL(browser.runtime.getURL('/popup.html'));
  url.searchParams.set('q', text);
  await browser.tabs.create({ url: url.href });
}
