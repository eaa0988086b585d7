import { browser } from 'wxt/browser';

/** Opens a page of the extension in a tab. */
export function openPath(path: string): void {
  const url = new URL(path, browser.runtime.getURL('/popup.html'));
  void browser.tabs.create({ url: url.href });
}
