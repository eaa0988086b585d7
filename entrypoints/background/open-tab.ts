import { browser } from 'wxt/browser';

/** Whether a tab is still there. What a page sends may be heard after its tab was closed. */
export function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}
