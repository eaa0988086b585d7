import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from './poll';
import type { TestBrowser } from './test-browser';

const PAGE = 'welcome.html';

/** Waits for the page that opens when the extension is installed, and closes it: tests start calm. */
export async function closeWelcome(browser: TestBrowser, folder: string): Promise<void> {
  if (!existsSync(join(folder, PAGE))) return;
  await poll('the welcome page', () =>
    browser.inExtension(async (api, url) => {
      const [tab] = (await api.tabs.query({})).filter((open) => open.url?.startsWith(url));
      if (tab?.id === undefined || tab.status !== 'complete') return null;
      await api.tabs.remove(tab.id);
      return true;
    }, `${browser.origin}/${PAGE}`),
  );
}
