import { expect } from 'vitest';
import { type OwnEntries, ownEntity, ownFileOf } from '@/lib/dataset/own-entries';
import { isInFront } from '@/lib/dom/in-front';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import { keptOn } from './kept';
import { hasMarks, waitForRegistry } from './registry';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>页面</title>${body}`;

const ADDRESS = 'http://www.zj.gov.cn/back.html';

describeBrowsers('a page wakes', (test) => {
  /** Opens a page, leaves it, lets something happen, and goes back to it as the browser kept it. */
  const goBack = async (browser: TestBrowser, meanwhile: () => Promise<unknown>) => {
    browser.server.serve(ADDRESS, {
      // A page that must not be stored is not kept for the way back either.
      headers: { 'content-type': 'text/html', 'cache-control': 'max-age=60' },
      body: page('<p>浙里办和研发云</p>'),
    });
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, hasMarks);
    await tab.evaluate(() => Reflect.set(window, 'kept', true));
    await tab.goto('http://www.zj.gov.cn/edge/no-han.html');
    await meanwhile();
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.url()).toBe(ADDRESS);
    // A page loaded anew would be up to date of itself.
    expect(await tab.evaluate(() => Reflect.get(window, 'kept'))).toBe(true);
    return tab;
  };
  const save = (browser: TestBrowser, own: OwnEntries) =>
    browser.inExtension(
      (api, file) => api.runtime.sendMessage({ govgloss: 'saveOwnEntries', input: { file } }),
      ownFileOf(own),
    );

  test('with the settings of now when the reader goes back to it', async (browser) => {
    const kinds = { division: true, platform: false, policy: true, concept: true };
    const tab = await goBack(browser, () =>
      browser.inExtension((api, value) => api.storage.sync.set({ 'settings.kinds': value }), kinds),
    );
    await waitForRegistry(tab, (now) => (now['govgloss-platform'] ?? []).length === 0);
    await browser.inExtension((api) => api.storage.sync.remove('settings.kinds'));
    await waitForRegistry(tab, hasMarks);
  });

  test('with the names of now when the reader goes back to it', async (browser) => {
    const typed = { name: '研发云', en: '', what: '', link: '', note: '' };
    const entity = ownEntity({ kind: 'platform', ...typed }, 'yanfayun');
    const tab = await goBack(browser, () => save(browser, { entities: [entity], forms: [] }));
    await waitForRegistry(tab, (now) => (now['govgloss-platform'] ?? []).includes('研发云'));
    await save(browser, { entities: [], forms: [] });
  });

  test('in frames without an address of their own, where passages are kept too', async (browser) => {
    const address = 'http://www.zj.gov.cn/empty-frames.html';
    const inner = '<meta charset=utf-8><p>浙里办很好</p>';
    browser.server.serve(
      address,
      page(`<p>浙里办</p><iframe srcdoc="${inner}"></iframe><iframe id="blank"></iframe>
        <script>
          const { contentDocument } = document.querySelector('#blank');
          contentDocument.body.append('粤省事很好');
        </script>`),
    );
    const tab = await browser.open(address);
    await waitForRegistry(tab, hasMarks);
    const frames = await tab.frames();
    expect(frames).toHaveLength(2);
    for (const frame of frames) {
      await waitForRegistry(frame, hasMarks);
      await frame.evaluate(() => {
        focus();
        getSelection()?.selectAllChildren(document.body);
      });
      expect(await frame.evaluate(isInFront)).toBe(true);
      expect(await tab.evaluate(isInFront)).toBe(false);
      await browser.inExtension(async (api, url) => {
        const [{ id: tabId = 0 } = {}] = await api.tabs.query({ url });
        const target = { tabId, allFrames: true };
        // As the background finds out which frame the reader is in.
        const func = () => document.hasFocus() && document.activeElement?.localName !== 'iframe';
        const found = await api.scripting.executeScript({ target, func });
        const frameId = found.find(({ result }) => result)?.frameId ?? -1;
        const keep = { govgloss: 'keepSelection', input: null };
        await api.tabs.sendMessage(tabId, keep, { frameId });
      }, address);
      await waitForRegistry(frame, (now) => (now['govgloss-saved-yellow'] ?? []).length > 0);
    }
    const kept = await keptOn(browser, 'zj.gov.cn/empty-frames.html');
    expect(kept.map(({ url }) => url)).toEqual([address, address]);
    const pausing = (hosts: string[]) =>
      browser.inExtension(
        (api, value) => api.storage.sync.set({ 'settings.pausedHosts': value }),
        hosts,
      );
    await pausing(['www.zj.gov.cn']);
    for (const frame of frames) await waitForRegistry(frame, (now) => !hasMarks(now));
    await pausing([]);
  });
});
