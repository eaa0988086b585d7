import { poll } from '@/tests/browser/driver/poll';
import type { TestBrowser, TestTab } from '@/tests/browser/driver/test-browser';
import { LOOK } from './trace';

/** Waits until the page has been laid out and painted and has nothing more to do. */
export async function rest(tab: TestTab): Promise<void> {
  await tab.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
  });
  await pause(300);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Opens a page, lets it come to rest, and brings in the style of marks, as a page of ours has it. */
export async function openAtRest(browser: TestBrowser, url: string): Promise<TestTab> {
  const tab = await browser.open(url);
  await browser.inExtension(
    async (api, tabId) => {
      await api.scripting.insertCSS({
        target: { tabId },
        files: ['/content-scripts/annotator.css'],
      });
    },
    await tabIdOf(browser, url),
  );
  await rest(tab);
  return tab;
}

/** Starts the content script in the page, as the browser does at document_idle. */
export async function startMarking(browser: TestBrowser, url: string): Promise<void> {
  await browser.inExtension(
    async (api, tabId) => {
      await api.scripting.executeScript({
        target: { tabId },
        files: ['/content-scripts/annotator.js'],
      });
    },
    await tabIdOf(browser, url),
  );
}

/** Runs a script that does nothing where ours would run: what no content script can undercut. */
export async function startNothing(browser: TestBrowser, url: string): Promise<void> {
  await browser.inExtension(
    async (api, tabId) => {
      await api.scripting.executeScript({ target: { tabId }, func: () => {} });
    },
    await tabIdOf(browser, url),
  );
}

function tabIdOf(browser: TestBrowser, url: string): Promise<number> {
  return browser.inExtension(
    async (api, wanted) => (await api.tabs.query({})).find((tab) => tab.url === wanted)?.id ?? -1,
    url,
  );
}

/** How many stretches of the page are painted by us. */
function countMarks(tab: TestTab): Promise<number> {
  return tab.evaluate((look) => {
    performance.mark(look);
    let count = 0;
    for (const kind of ['division', 'platform', 'policy', 'concept', 'tint'])
      count += CSS.highlights.get(`govgloss-${kind}`)?.size ?? 0;
    return count;
  }, LOOK);
}

/** Looks at the page rarely until the number of marks has stood still; answers it. */
export async function marked(tab: TestTab, quietMs = 700): Promise<number> {
  let last = -1;
  let since = 0;
  return poll(
    'the marks',
    async () => {
      await pause(200);
      const count = await countMarks(tab);
      if (count !== last) since = Date.now();
      last = count;
      return count > 0 && Date.now() - since >= quietMs ? count : null;
    },
    60_000,
  );
}
