import { browser } from 'wxt/browser';

/** Firefox's sidebar, which the shared types do not know. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Readies the way into the side panel: a browser opens it only within a press, so what must be
 * awaited is awaited before. Null where the browser has no panel (Firefox for Android).
 */
export async function preparePanel(): Promise<(() => void) | null> {
  const { sidebarAction } = browser as WithSidebar;
  if (sidebarAction) return () => void sidebarAction.open().then(close);
  if (!browser.sidePanel?.open) return null;
  const { id } = await browser.windows.getCurrent();
  if (id === undefined) return null;
  return () => void browser.sidePanel.open({ windowId: id }).then(close);
}

/** The panel has taken over. */
function close(): void {
  window.close();
}
