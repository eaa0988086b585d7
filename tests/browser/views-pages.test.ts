import { expect } from 'vitest';
import { findBarriers } from './axe';
import { describeBrowsers } from './describe-browsers';
import type { TestTab } from './driver/test-browser';
import { keep } from './kept';
import { centreOf } from './place';

/** A fresh profile waits for the dataset to be installed. */
const PATIENT = { timeout: 10_000 };

const text = (tab: TestTab) => tab.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

const isWideAsWindow = (tab: TestTab) =>
  tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Presses what the selector names, with the pointer, once it is there. */
async function press(tab: TestTab, selector: string): Promise<void> {
  const look = () =>
    tab.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    }, selector);
  await expect
    .poll(async () => (await look()).width, { ...PATIENT, message: selector })
    .not.toBe(0);
  await tab.click(centreOf(await look()));
}

/** Every full page with what it says once it has its data. */
const PAGES = [
  ['options.html', '快捷键'],
  ['welcome.html', '试一试'],
  ['sidepanel.html', '总览'],
  ['atlas.html#/roadmap?on=CN-ZJ/zheliban', '浙江政务服务网APP'],
  ['atlas.html#/browse?q=浙江 政策', '数字化转型标准化建设方案'],
  ['atlas.html#/compare', '粤政易'],
  ['atlas.html#/charts?m=rankings', '96.73'],
  ['atlas.html#/map?m=users&y=1', '广东'],
  ['atlas.html#/profile/CN-ZJ', '浙里办'],
  ['atlas.html#/library', '“浙里办”用户再创新高'],
] as const;

describeBrowsers(
  'full pages',
  (test, name) => {
    // One browser looks at the light pages, the other at the dark ones: the sheets are the same.
    const colourScheme = name === 'chromium' ? 'light' : 'dark';
    const [width, other] = name === 'chromium' ? [1280, 320] : [320, 1280];
    test(`stand open to every reader: ${colourScheme}, ${width} px`, async (browser) => {
      await keep(browser, [
        { exact: '“浙里办”用户再创新高', tags: ['平台'] },
        { exact: '數據共享' },
      ]);
      await browser.setMedia({ colourScheme });
      for (const [path, said] of PAGES) {
        const tab = await browser.openExtensionPage(path);
        await tab.setViewport(width, 800);
        await expect.poll(() => text(tab), PATIENT).toContain(said);
        expect(await findBarriers(tab), path).toEqual([]);
        expect(await isWideAsWindow(tab), `${path} scrolls sideways`).toBe(true);
        await tab.setViewport(other, 800);
        const message = `${path} at ${other} px`;
        await expect.poll(() => isWideAsWindow(tab), { message }).toBe(true);
        await tab.close();
      }
      await browser.setMedia({});
    });

    test('a setting acts at once, on every page of ours that is open', async (browser) => {
      const welcome = await browser.openExtensionPage('welcome.html');
      await expect.poll(() => text(welcome), PATIENT).toContain('给政务新闻加注');
      const options = await browser.openExtensionPage('options.html');
      await expect.poll(() => text(options), PATIENT).toContain('界面语言');
      await press(options, 'input[type="radio"][value="en"]');
      await expect.poll(() => text(options), PATIENT).toContain('Each change acts at once');
      await expect.poll(() => text(welcome), PATIENT).toContain('Glosses for government news');
      await press(options, 'input[type="radio"][value="zh-Hans"]');
      await expect.poll(() => text(welcome), PATIENT).toContain('给政务新闻加注');
    });

    test('entries may be read in another language than the interface', async (browser) => {
      const profile = await browser.openExtensionPage('atlas.html#/profile/CN-ZJ');
      await expect.poll(() => text(profile), PATIENT).toContain('浙里办');
      const heading = () =>
        profile.evaluate(() => document.querySelector('.masthead-name')?.textContent ?? '');
      const options = await browser.openExtensionPage('options.html');
      await expect.poll(() => text(options), PATIENT).toContain('资料语言');
      const entries = 'fieldset:has(input[value="zh"]) input';
      await press(options, `${entries}[value="en"]`);
      await expect.poll(heading, PATIENT).toBe('Zhejiang Province');
      expect(await text(profile)).toContain('平台建设');
      expect(await findBarriers(profile)).toEqual([]);
      await press(options, `${entries}[value="auto"]`);
      await expect.poll(heading, PATIENT).toContain('浙');
    });

    test('the sample on the welcome page is marked, and explained on dwell and on focus', async (browser) => {
      const tab = await browser.openExtensionPage('welcome.html');
      await expect.poll(() => text(tab), PATIENT).toContain('试一试');
      const card = () =>
        tab.evaluate(() => document.querySelector('.card h2')?.textContent ?? null);
      const box = await tab.evaluate(() => {
        const mention = document.querySelector('[data-mention="platform"]');
        const { x, y, width, height } = mention?.getBoundingClientRect() ?? new DOMRect();
        return { x, y, width, height };
      });
      await tab.movePointer({ x: 5, y: 5 });
      await tab.movePointer(centreOf(box));
      await expect.poll(card, PATIENT).toBe('浙里办');
      expect(await findBarriers(tab)).toEqual([]);
      await tab.press('Escape');
      await expect.poll(card).toBe(null);
    });

    test('a statement the browser will not copy says so where it stands', async (browser) => {
      const tab = await browser.openExtensionPage('atlas.html#/profile/CN-ZJ');
      await tab.setViewport(1280, 800);
      await expect.poll(() => text(tab), PATIENT).toContain('浙里办');
      await tab.evaluate(() => {
        navigator.clipboard.writeText = () =>
          Promise.reject(new DOMException('', 'NotAllowedError'));
      });
      await press(tab, '.fact-copy');
      const said = () =>
        tab.evaluate(() => {
          const refused = [...document.querySelectorAll('.fact-refused')];
          return refused.map(
            (each) => each.parentElement === document.querySelector('.fact-copy')?.parentElement,
          );
        });
      await expect.poll(said).toEqual([true]);
      expect(await text(tab)).toContain('浏览器拒绝复制。');
      expect(await findBarriers(tab)).toEqual([]);
    });

    test('the library finds a highlight in either script, gives a deleted one back, and renames a tag', async (browser) => {
      await keep(browser, [{ exact: '粵省事再添新功能', tags: ['平台'] }]);
      const tab = await browser.openExtensionPage('atlas.html#/library');
      await tab.setViewport(1280, 800);
      await expect.poll(() => text(tab), PATIENT).toContain('粵省事再添新功能');
      await press(tab, '.library-words');
      await tab.type('粤省事');
      const rows = () =>
        tab.evaluate(() =>
          [...document.querySelectorAll('.library-quote')].map((row) => row.textContent),
        );
      await expect.poll(rows, PATIENT).toEqual(['粵省事再添新功能']);
      await press(tab, '.virtual-row');
      await expect.poll(() => text(tab), PATIENT).toContain('打开原文');
      await press(tab, '.detail textarea');
      await tab.type('note');
      await press(tab, '.library-words');
      const noted = () =>
        tab.evaluate(() => document.querySelector('.library-note')?.textContent ?? null);
      await expect.poll(noted, PATIENT).toBe('note');
      await press(tab, '.detail .sign');
      await expect.poll(rows, PATIENT).toEqual([]);
      await press(tab, '.library-notices .button');
      await expect.poll(rows, PATIENT).toEqual(['粵省事再添新功能']);
      await tab.evaluate(() => {
        const facets = document.querySelector<HTMLSelectElement>('.facets select');
        if (facets) facets.value = 'tag';
        facets?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const tags = () =>
        tab.evaluate(() => document.querySelector('.facet-groups')?.textContent ?? '');
      await expect.poll(tags, PATIENT).toBe('#平台1');
      await press(tab, '.facet-groups button');
      await press(tab, 'button.tag-rename');
      await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await tab.press('End');
      await tab.type('建设');
      expect(await findBarriers(tab)).toEqual([]);
      await tab.press('Enter');
      await expect.poll(tags, PATIENT).toBe('#平台建设1');
      await expect.poll(() => text(tab), PATIENT).toContain('#平台建设');
    });
  },
  { language: 'zh-CN' },
);
