import { expect } from 'vitest';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import { waitForRegistry } from './registry';

/** Changes what the extension has stored under a name of its own making, as another build leaves it. */
function leaveOther(
  browser: TestBrowser,
  name: 'gazetteer' | 'search-index',
  change: Record<string, unknown>,
): Promise<void> {
  return browser.inExtension(
    async (_, { key, other }) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await done(indexedDB.open('govgloss'));
      const store = db.transaction('artefacts', 'readwrite').objectStore('artefacts');
      const row: unknown = await done(store.get(key));
      if (typeof row !== 'object' || row === null || !('data' in row)) throw new Error('no row');
      const data = { ...JSON.parse(String(row.data)), ...other };
      await done(store.put({ ...row, data: JSON.stringify(data) }));
      db.close();
    },
    { key: name, other: change },
  );
}

/** What the popup lists for words, once it lists anything. */
async function found(browser: TestBrowser, words: string): Promise<string> {
  const popup = await browser.openPopup();
  await expect.poll(() => popup.evaluate(() => document.activeElement?.localName)).toBe('input');
  await popup.type(words);
  const list = () => popup.evaluate(() => document.querySelector('[role=listbox]')?.textContent);
  await expect.poll(list, { timeout: 10_000 }).toBeTruthy();
  return (await list()) ?? '';
}

const OTHERS = {
  'in another format': { format: 2 },
  'without the words of today': { sections: {} },
};

for (const [how, other] of Object.entries(OTHERS)) {
  describeBrowsers(
    'an update that brings the dataset the reader has already',
    (test) => {
      test(`marks and finds though what 0.1.0 compiled is ${how}`, async (browser) => {
        const address = 'http://www.zj.gov.cn/derived.html';
        browser.server.serve(address, '<meta charset="utf-8"><p>浙江推出“浙里办”。</p>');
        const tab = await browser.open(address);
        await waitForRegistry(tab);
        expect(await found(browser, '浙里办')).toContain('浙里办');
        await leaveOther(browser, 'gazetteer', other);
        await leaveOther(browser, 'search-index', { english: null });
        await browser.replaceExtension('next');
        await tab.evaluate(() => document.body.append('贵州的“多彩宝”。'));
        const platforms = ['浙里办', '多彩宝'].join();
        await waitForRegistry(tab, (now) => now['govgloss-platform']?.join() === platforms);
        await tab.activate();
        expect(await found(browser, '浙里办')).toContain('浙里办');
      });
    },
    { build: 'released' },
  );
}
