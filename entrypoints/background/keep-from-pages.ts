import { browser } from 'wxt/browser';

/**
 * Keeps the browser's storage from the scripts we put into web pages: who has taken over a page's
 * process could read and write there in their name. Chromium has this, and remembers it; Firefox has
 * it not (bugzilla 1724754), so nothing that could do harm lies in its storage.
 */
export async function keepFromPages(): Promise<void> {
  const { local, sync, session } = browser.storage;
  for (const area of [local, sync, session]) {
    await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
