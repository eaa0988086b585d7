import { expect } from 'vitest';
import { clickInCard, viewText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab, TestView } from './driver/test-browser';
import { callPage } from './page-call';
import { clickControl, pointAt, selectText } from './place';
import { MARK_NAMES, type Registry, waitForRegistry } from './registry';

const DEMO = 'http://www.mot.gov.cn/demo';

/** A gloss, as in 數(shù)字, or a space of any width. */
const INSIDE_NAMES = /\(\p{Script=Latin}+\)|[\s\u200b]/gu;

/** Names of the demo article, in both scripts, that no reader would miss. */
const PLAIN: [simplified: string, traditional: string][] = [
  ['北京', '北京'],
  ['四川', '四川'],
  ['贵州', '貴州'],
  ['浙里办', '浙裏辦'],
  ['粤省事', '粵省事'],
  ['粤智助', '粵智助'],
  ['京办', '京辦'],
  ['天府通办', '天府通辦'],
  ['云上贵州多彩宝', '雲上貴州多彩寶'],
  ['最多跑一次', '最多跑一次'],
  [
    '浙江省数字化转型标准化建设方案（2018—2020年）',
    '浙江省數字化轉型標準化建設方案（2018—2020年）',
  ],
];

/** Opens a rendering of the demo article and waits until it is marked. */
async function openDemo(browser: TestBrowser, rendering = 'simplified'): Promise<TestTab> {
  const tab = await browser.open(`${DEMO}/${rendering}.html`);
  await waitForRegistry(tab);
  return tab;
}

const textOf = (view: TestView) => view.evaluate(() => document.body.innerText);

const saved = (colour: string, text: string) => (registry: Registry) =>
  (registry[`govgloss-saved-${colour}`] ?? []).includes(text);

describeBrowsers(
  'the main job',
  (test) => {
    test.each(['simplified', 'traditional', 'glossed'] as const)(
      'names are marked whole, though tags, comments, ruby and spaces cut them: %s',
      async (browser, rendering) => {
        const tab = await browser.open(`${DEMO}/${rendering}.html`);
        const wanted = PLAIN.map((pair) => pair[rendering === 'simplified' ? 0 : 1]);
        await waitForRegistry(tab, (registry) => {
          const texts = MARK_NAMES.flatMap((name) => registry[name] ?? []);
          const names = texts.map((text) => text.replace(INSIDE_NAMES, ''));
          return wanted.every((name) => names.includes(name)) && !names.includes('山东');
        });
      },
    );

    test('the same entities are named as often in all three renderings', async (browser) => {
      const reports = [];
      for (const rendering of ['simplified', 'traditional', 'glossed']) {
        const tab = await openDemo(browser, rendering);
        const report = () => callPage(browser, tab, 'getReport', null);
        await expect.poll(async () => (await report()).state).toBe('ready');
        const { entities } = await report();
        reports.push(Object.fromEntries(entities.map(({ id, count }) => [id, count]).sort()));
      }
      expect(Object.keys(reports[0] ?? {}).length).toBeGreaterThan(60);
      expect(reports[1]).toEqual(reports[0]);
      expect(reports[2]).toEqual(reports[0]);
    });

    test('the strictest content policy hinders neither marks nor card', async (browser) => {
      const tab = await browser.open('http://www.mot.gov.cn/edge/csp.html');
      await waitForRegistry(tab, (registry) =>
        (registry['govgloss-platform'] ?? []).includes('闽政通'),
      );
      await pointAt(tab, '闽政通');
      await waitForCard(tab, '福建省');
    });

    test('the card tells names, kind, division, dated facts', async (browser) => {
      const tab = await openDemo(browser);
      await pointAt(tab, '浙政钉');
      const text = await waitForCard(tab, '浙政钉');
      expect(text).toContain('平台');
      expect(text).toContain('浙江省');
      expect(text).toContain('Zhèzhèngdīng');
      expect(text).toMatch(/20\d\d年/);
    });

    test('the card opens by keyboard at the next mention, and Escape closes it', async (browser) => {
      const tab = await openDemo(browser);
      await callPage(browser, tab, 'command', { name: 'next-mention' });
      await callPage(browser, tab, 'command', { name: 'open-card' });
      await waitForCard(tab, '完整资料');
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('a sentence is kept, and a profile opened, from the card', async (browser) => {
      const tab = await openDemo(browser);
      await pointAt(tab, '政务一朵云');
      await waitForCard(tab, '政务一朵云');
      await clickInCard(tab, '摘录此句');
      await waitForRegistry(tab, (registry) =>
        Object.entries(registry).some(
          ([name, texts]) => name.includes('saved') && texts.join('').includes('一朵云'),
        ),
      );
      await pointAt(tab, '粤省事');
      await waitForCard(tab, '粤省事');
      await clickInCard(tab, '完整资料');
      await expect.poll(async () => (await browser.findPopup()) !== null).toBe(true);
      const popup = (await browser.findPopup()) as TestView;
      await expect.poll(() => textOf(popup)).toContain('粤省事');
    });

    test('the popup lists what the page names and goes to each; the badge counts', async (browser) => {
      const tab = await openDemo(browser);
      const badge = () =>
        browser.inExtension(async (api, url) => {
          const open = (await api.tabs.query({})).find((one) => one.url === url);
          return Number(await api.action.getBadgeText({ tabId: open?.id ?? -1 }));
        }, `${DEMO}/simplified.html`);
      await expect.poll(badge).toBeGreaterThan(60);
      const popup = await browser.openPopup();
      await expect.poll(() => textOf(popup)).toContain('北京通');
      const before = await tab.evaluate(() => scrollY);
      await clickControl(popup, '跳到下一处“天府通办”');
      await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(before);
    });

    test('a division’s profile has the three sections, and sources', async (browser) => {
      await openDemo(browser);
      const popup = await browser.openPopup();
      await clickControl(popup, '浙江省');
      for (const words of ['平台建设', '顶层设计', '模式', '来源']) {
        await expect.poll(() => textOf(popup)).toContain(words);
      }
    });

    test('the popup finds a platform in either script, by pinyin, initials, English', async (browser) => {
      await browser.open(browser.server.serve('http://www.example.org/', '<p>no names</p>'));
      const popup = await browser.openPopup();
      await expect
        .poll(() => popup.evaluate(() => document.activeElement?.localName))
        .toBe('input');
      const hit = () => popup.evaluate(() => document.querySelector('.hit')?.textContent ?? '');
      for (const query of ['浙里办', '浙裡辦', 'zheliban', 'zlb', 'Zheliban']) {
        await popup.type(query);
        await expect.poll(hit, { message: query }).toContain('浙里办');
        await popup.press('Control+a');
        await popup.press('Delete');
        await expect.poll(hit).toBe('');
      }
    });

    test('a passage is saved while the background is dead, and there after a reload', async (browser) => {
      const passage = '三級共(gòng)用一個入(rù)口';
      const tab = await openDemo(browser, 'glossed');
      await selectText(tab, passage);
      await expect.poll(() => viewText(tab, 'toolbar')).not.toBe('');
      await browser.killBackground();
      await clickInCard(tab, '用绿色摘录');
      await waitForRegistry(tab, saved('green', passage));
      await browser.killBackground();
      await tab.reload();
      await waitForRegistry(tab, saved('green', passage));
      const popup = await browser.openPopup();
      await clickControl(popup, '摘录');
      await expect.poll(() => textOf(popup)).toContain('三級共');
    });

    test('marks and card come though the background has died', async (browser) => {
      await browser.killBackground();
      const tab = await openDemo(browser);
      await browser.killBackground();
      await pointAt(tab, '闽政通');
      await waitForCard(tab, '福建省');
    });

    test('nothing is asked of the network but the pages themselves', async (browser) => {
      const hosts = browser.server.requested.map((url) => new URL(url).hostname);
      // The browsers' own calls home can be switched off in part only.
      const own = /\.(google|googleapis|gstatic|mozilla)\.(com|org|net)$/;
      expect(new Set(hosts.filter((host) => !own.test(host)))).toEqual(
        new Set(['www.mot.gov.cn', 'www.example.org']),
      );
    });
  },
  { language: 'zh-CN' },
);
