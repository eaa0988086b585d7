import { expect } from 'vitest';
import { cardText, clickInCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { boxOfText, centreOf, selectText } from './place';
import { readRegistry } from './registry';

/** Outside the hosts that the extension reads: here the drivers are tested alone. */
const ADDRESS = 'http://www.example.org/driver.html';

/** The ground the other tests stand on: what the drivers promise, on pages of their own. */
describeBrowsers(
  'the driver',
  (test) => {
    test('pages of any government host come from the server, frames and https too', async (browser) => {
      browser.server.serve('https://www.gd.gov.cn/inner.html', '<p>inner</p>');
      const address = 'http://www.zj.gov.cn/outer.html';
      browser.server.serve(address, '<p>outer</p><iframe src="https://www.gd.gov.cn/inner.html">');
      const tab = await browser.open(address);
      expect(await tab.evaluate(() => document.body.innerText.trim())).toBe('outer');
      const [frame] = await tab.frames();
      expect(await frame?.url()).toBe('https://www.gd.gov.cn/inner.html');
      expect(await frame?.evaluate(() => document.body.innerText)).toBe('inner');
    });

    test('the pointer, the keyboard and the wheel are felt by the page', async (browser) => {
      browser.server.serve(
        ADDRESS,
        `<p id="text">数字政府</p><input id="field"><div style="height: 3000px"></div>
      <script>
        document.addEventListener('keydown', (event) => { window.lastKey = event.altKey + event.key; });
      </script>`,
      );
      const tab = await browser.open(ADDRESS);
      await selectText(tab, '数字');
      expect(await tab.evaluate(() => String(getSelection()))).toBe('数字');
      await tab.evaluate(() => document.getElementById('field')?.focus());
      await tab.type('abc');
      await tab.press('Backspace');
      expect(await tab.evaluate(() => document.querySelector('input')?.value)).toBe('ab');
      await tab.press('Alt+n');
      expect(await tab.evaluate(() => Reflect.get(window, 'lastKey'))).toBe('truen');
      await tab.scroll({ x: 100, y: 100 }, 500);
      await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(100);
    });

    test('closed shadow roots of ours can be read and clicked', async (browser) => {
      browser.server.serve(
        ADDRESS,
        `<script>
        const host = document.createElement('div');
        host.popover = 'manual';
        const root = host.attachShadow({ mode: 'closed' });
        root.innerHTML = '<div class="govgloss card"><button aria-label="保存">✓</button></div>';
        root.querySelector('button').onclick = (event) => { event.target.textContent = '已保存'; };
        document.documentElement.append(host);
        host.showPopover();
      </script>`,
      );
      const tab = await browser.open(ADDRESS);
      expect(await cardText(tab)).toBe('✓');
      await clickInCard(tab, '保存');
      expect(await cardText(tab)).toBe('已保存');
    });

    test('the registry is read as the page sees it', async (browser) => {
      browser.server.serve(ADDRESS, '<p>浙江省与<b>北</b>京市</p>');
      const tab = await browser.open(ADDRESS);
      await tab.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('p') as Element);
        CSS.highlights.set('govgloss-trial', new Highlight(new StaticRange(range)));
      });
      expect((await readRegistry(tab))['govgloss-trial']).toEqual(['浙江省与北京市']);
      expect(centreOf(await boxOfText(tab, '与北京')).x).toBeGreaterThan(0);
    });

    test('the popup opens for real, the background dies, the extension reloads', async (browser) => {
      const tab = await browser.open(browser.server.serve(ADDRESS, '<p>浙里办</p>'));
      const popup = await browser.openPopup();
      expect(await popup.url()).toBe(`${browser.origin}/popup.html`);
      await popup.close();
      await expect.poll(() => browser.findPopup()).toBeNull();
      await browser.killBackground();
      await browser.reloadExtension();
      expect(await browser.inExtension((api) => api.runtime.getManifest().short_name)).toBe(
        'GovGloss',
      );
      await tab.reload();
    });

    test('dark pages and the language of the interface can be chosen', async (browser) => {
      await browser.setMedia({ colourScheme: 'dark', reducedMotion: true });
      const tab = await browser.open(browser.server.serve(ADDRESS, '<p>浙里办</p>'));
      const asked = () => [
        matchMedia('(prefers-color-scheme: dark)').matches,
        matchMedia('(prefers-reduced-motion: reduce)').matches,
      ];
      expect(await tab.evaluate(asked)).toEqual([true, true]);
      await browser.setMedia({ colourScheme: 'light', reducedMotion: false });
      await expect.poll(() => tab.evaluate(asked)).toEqual([false, false]);
      expect(await browser.inExtension((api) => api.i18n.getUILanguage())).toBe('zh-CN');
    });

    test('what the extension throws is told', async (browser) => {
      await browser.inExtension(
        () =>
          void setTimeout(() => {
            throw new Error('thrown on purpose');
          }, 0),
      );
      await expect
        .poll(() => browser.takeErrors())
        .toEqual([expect.stringContaining('on purpose')]);
    });
  },
  { language: 'zh-CN' },
);
