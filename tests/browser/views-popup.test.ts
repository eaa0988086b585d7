import { expect } from 'vitest';
import { findBarriers } from './axe';
import { waitForCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestView } from './driver/test-browser';
import { centreOf, pointAt } from './place';
import { hasMarks, readRegistry, waitForRegistry } from './registry';

const DEMO = 'http://www.zj.gov.cn/demo/simplified.html';
const ELSEWHERE = 'http://news.example.org/article.html';

/** The first view of a fresh profile waits for the dataset to be installed. */
const PATIENT = { timeout: 10_000 };

/** What is used of the extension's own API in its popup. */
interface Asking {
  permissions: { request(wanted: object): Promise<boolean> };
}

/** What the view shows, as one line. */
const shown = (view: TestView) => view.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

const themeOf = (view: TestView) => view.evaluate(() => document.documentElement.dataset.theme);

/** Clicks, with the pointer, the button that has a text in its name. */
async function press(view: TestView, name: string): Promise<void> {
  const box = await view.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find((each) =>
      (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(wanted),
    );
    button?.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, name);
  expect(box.width, `a button “${name}”`).toBeGreaterThan(0);
  await view.click(centreOf(box));
}

describeBrowsers(
  'the popup beside a page',
  (test, name) => {
    test('groups what the page names by division, the site’s own first', async (browser) => {
      const tab = await browser.open(DEMO);
      const popup = await browser.openPopup();
      await expect.poll(() => shown(popup), PATIENT).toMatch(/本页提到 \d+ 个条目/);
      expect(await shown(popup)).toMatch(/本站属于 ?浙江省/);
      const first = await popup.evaluate(() => document.querySelector('h2')?.textContent);
      expect(first).toBe('浙江省');
      await press(popup, '跳到下一处“浙里办”');
      await expect
        .poll(async () => (await readRegistry(tab))['govgloss-current'], PATIENT)
        .toEqual([expect.stringContaining('浙里办')]);
      expect(await findBarriers(popup)).toEqual([]);
      await browser.inExtension((api) => api.storage.sync.set({ 'settings.theme': 'dark' }));
      await expect.poll(() => themeOf(popup)).toBe('dark');
      expect(await findBarriers(popup), 'dark').toEqual([]);
      await browser.inExtension((api) => api.storage.sync.remove('settings.theme'));
      await popup.close();
    });

    test('marks another site only when asked to there, and only that site', async (browser) => {
      browser.server.serve(ELSEWHERE, '<meta charset="utf-8"><p>浙江的“浙里办”。</p>');
      const once = await browser.open(ELSEWHERE);
      const first = await browser.pressButton();
      await expect.poll(() => shown(first), PATIENT).toContain('只标注这一页');
      await press(first, '只标注这一页');
      await waitForRegistry(once);
      await once.reload();
      expect(await readRegistry(once)).toEqual({});
      await first.close();
      await once.close();
      const tab = await browser.open(ELSEWHERE);
      const popup = await browser.pressButton();
      await expect.poll(() => shown(popup), PATIENT).toContain('不在默认的政府网站之列');
      await popup.evaluate(() => {
        const { browser: named, chrome } = globalThis as unknown as Record<string, Asking>;
        const asking = (named ?? chrome)?.permissions;
        if (!asking) return;
        const ask = asking.request;
        asking.request = async (wanted) => {
          Reflect.set(globalThis, 'asked_', wanted);
          asking.request = ask;
          return false;
        };
      });
      await press(popup, '标注这个网站');
      await expect.poll(() => shown(popup), PATIENT).toContain('浏览器没有给予许可');
      expect(await popup.evaluate(() => Reflect.get(globalThis, 'asked_'))).toEqual({
        origins: ['*://*.example.org/*'],
      });
      expect(await readRegistry(tab)).toEqual({});
      // Chromium asks the reader in a window of its own, which nothing can answer.
      if (browser.name === 'chromium') return;
      await press(popup, '标注这个网站');
      await expect.poll(() => shown(popup), PATIENT).toMatch(/本页提到 2 个条目/);
      const marked = await waitForRegistry(tab);
      expect(marked['govgloss-platform']).toEqual(['浙里办']);
      // Whatever became of the registration, the next start makes it as the permissions have it.
      await browser.inExtension((api) => api.scripting.unregisterContentScripts());
      await browser.reloadExtension();
      await tab.reload();
      expect(await waitForRegistry(tab)).toEqual(marked);
      await browser.inExtension((api) =>
        api.permissions.remove({ origins: ['*://*.example.org/*'] }),
      );
      await waitForRegistry(tab, (now) => !hasMarks(now));
      await tab.reload();
      expect(await readRegistry(tab)).toEqual({});
    });

    test('the side panel follows the mention under the pointer, if wished', async (browser) => {
      const panel = await browser.openExtensionPage('sidepanel.html');
      const heading = () =>
        panel.evaluate(() => document.querySelector('.profile h1')?.textContent);
      const tab = await browser.open(DEMO);
      await waitForRegistry(tab);
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
      expect(await heading()).toBeUndefined();
      await browser.inExtension((api) => api.storage.sync.set({ 'settings.panelFollows': true }));
      // A page that knows of the wish from its start: what is pointed at before is not told.
      const another = await browser.open(DEMO);
      await waitForRegistry(another);
      await pointAt(another, '粤省事');
      await expect.poll(heading, PATIENT).toMatch(/粤.*省.*事/);
      await browser.inExtension((api) => api.storage.sync.remove('settings.panelFollows'));
    });

    test('opens a profile by keyboard alone, and leads back the way one came', async (browser) => {
      await browser.open(DEMO);
      const popup = await browser.openPopup();
      await expect.poll(() => shown(popup), PATIENT).toMatch(/本页提到 \d+ 个条目/);
      await popup.type('zlb');
      await expect.poll(() => shown(popup), PATIENT).toContain('浙江省的政务服务应用');
      await popup.press('Enter');
      const heading = () => popup.evaluate(() => document.querySelector('h1')?.textContent);
      await expect.poll(heading, PATIENT).toMatch(/浙.*里.*办/);
      // Only the profile scrolls: search and views stay in reach.
      const hidden = () =>
        popup.evaluate(() => {
          const { scrollHeight, clientHeight } = document.documentElement;
          return scrollHeight - clientHeight;
        });
      expect(await hidden()).toBe(0);
      await press(popup, '后退');
      await expect.poll(() => shown(popup), PATIENT).toMatch(/\d+ 条结果/);
      await press(popup, '后退');
      await expect.poll(() => shown(popup), PATIENT).toMatch(/本页提到 \d+ 个条目/);
      await popup.close();
    });

    test('pauses on this site, and resumes', async (browser) => {
      const tab = await browser.open(DEMO);
      const marks = async () => (await readRegistry(tab))['govgloss-platform']?.length ?? 0;
      await expect.poll(marks, PATIENT).toBeGreaterThan(0);
      const popup = await browser.openPopup();
      await expect.poll(() => shown(popup), PATIENT).toContain('在本站暂停');
      await press(popup, '在本站暂停');
      await expect.poll(marks, PATIENT).toBe(0);
      await expect.poll(() => shown(popup), PATIENT).toContain('恢复标注');
      await press(popup, '恢复标注');
      await expect.poll(marks, PATIENT).toBeGreaterThan(0);
      await expect.poll(() => shown(popup), PATIENT).toMatch(/本页提到 \d+ 个条目/);
      await popup.close();
    });

    // One browser looks at the light pages, the other at the dark ones: the sheets are the same.
    const colourScheme = name === 'chromium' ? 'light' : 'dark';
    test(`shows profiles and search to every reader: ${colourScheme}`, async (browser) => {
      await browser.setMedia({ colourScheme });
      for (const query of ['?id=CN-ZJ', '?id=CN-ZJ/zheliban', '?id=CN', '?q=shuzi']) {
        const tab = await browser.openExtensionPage(`popup.html${query}`);
        await expect
          .poll(() => tab.evaluate(() => document.querySelector('h1, .hit') !== null), PATIENT)
          .toBe(true);
        expect(await findBarriers(tab), query).toEqual([]);
        await tab.close();
      }
    });
  },
  { language: 'zh-CN' },
);
