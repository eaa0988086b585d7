import { expect } from 'vitest';
import { clickInCard, viewText } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { keptOn } from './kept';
import { hasMarks, type Registry, readRegistry, waitForRegistry } from './registry';

const PATIENT = { timeout: 10_000 };
const KEEP = 'keep-highlight';
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>一页</title>${body}`;

const hasKept = (text: string) => (now: Registry) => now['govgloss-saved-yellow']?.join() === text;

const select = (tab: TestTab, selector: string) =>
  tab.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element) getSelection()?.selectAllChildren(element);
  }, selector);

/** Whether anything of ours still listens in the tab in front. */
const listens = (browser: TestBrowser) =>
  browser.inExtension(async (api) => {
    const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    const message = { govgloss: 'getReport', input: null };
    return api.tabs.sendMessage(front?.id ?? -1, message).then(
      (answer) => answer !== undefined,
      () => false,
    );
  });

describeBrowsers('“keep as a highlight” in the menu', (test) => {
  test('keeps on a page of another site, and leaves that page alone', async (browser) => {
    const address = browser.server.serve(
      'http://news.example.org/menu.html',
      page('<p>前一段。</p><p id="p">浙江的浙里办很好。</p><p>闽政通。</p>'),
    );
    const tab = await browser.open(address);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    await select(tab, '#p');
    await browser.chooseInMenu(KEEP);
    await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('Kept on this machine.');
    expect(await viewText(tab, 'notice')).toContain('mark the site by the GovGloss button');
    const [highlight, ...more] = await keptOn(browser, 'news.example.org/menu.html');
    expect(more).toEqual([]);
    expect(highlight?.selectors.quote).toMatchObject({ exact: '浙江的浙里办很好。' });
    expect(highlight?.entities).toEqual(['CN-ZJ', 'CN-ZJ/zheliban']);
    // Nothing is marked, nothing stays, and what comes later is not read.
    expect(await readRegistry(tab)).toEqual({});
    await tab.evaluate(() => document.body.append('粤省事'));
    expect(await listens(browser)).toBe(false);
    await tab.evaluate(() => document.body.lastChild?.remove());
    await clickInCard(tab, 'Close (Esc)');
    await expect.poll(() => tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(hasMarks(await readRegistry(tab))).toBe(false);
    await tab.reload();
    expect(await listens(browser)).toBe(false);
  });

  test('keeps on a paused site, which stays paused and shows what was kept, as it does resumed', async (browser) => {
    const address = browser.server.serve(
      'http://www.zj.gov.cn/menu-paused.html',
      page('<p id="p">浙里办很好。</p>'),
    );
    await browser.inExtension((api) =>
      api.storage.sync.set({ 'settings.pausedHosts': ['www.zj.gov.cn'] }),
    );
    const tab = await browser.open(address);
    await select(tab, '#p');
    await browser.chooseInMenu(KEEP);
    await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('Kept on this machine.');
    await waitForRegistry(tab, hasKept('浙里办很好。'));
    // A page without Chinese text is shown it, too.
    await tab.goto(
      browser.server.serve('http://www.zj.gov.cn/en/menu.html', page('<p id="p">Done online.</p>')),
    );
    await select(tab, '#p');
    await browser.chooseInMenu(KEEP);
    await waitForRegistry(tab, hasKept('Done online.'));
    await tab.reload();
    await waitForRegistry(tab, hasKept('Done online.'));
    await tab.goto(address);
    await waitForRegistry(tab, hasKept('浙里办很好。'));
    expect(hasMarks(await readRegistry(tab))).toBe(false);
    await browser.inExtension((api) => api.storage.sync.remove('settings.pausedHosts'));
    const shown = await waitForRegistry(tab, hasMarks);
    expect(shown['govgloss-saved-yellow']).toEqual(['浙里办很好。']);
  });

  test('says why nothing is kept of what stands in a field', async (browser) => {
    const address = browser.server.serve(
      'http://www.zj.gov.cn/menu-field.html',
      page('<p>浙里办</p><textarea>浙里办很好</textarea>'),
    );
    const tab = await browser.open(address);
    await waitForRegistry(tab);
    await tab.evaluate(() => document.querySelector('textarea')?.select());
    await browser.chooseInMenu(KEEP);
    await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('Nothing was kept');
  });

  test('says so where the browser lets no extension in', async (browser) => {
    await browser.open(browser.name === 'chromium' ? 'chrome://version' : 'about:support');
    await browser.chooseInMenu(KEEP);
    const said = async () => {
      const popup = await browser.findPopup();
      return popup?.evaluate(() => document.querySelector('.reader-notices')?.textContent);
    };
    await expect.poll(said, PATIENT).toContain('The selection was not kept');
  });
});
