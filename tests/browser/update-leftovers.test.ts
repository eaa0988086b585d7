import { expect } from 'vitest';
import { clickInCard, viewText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { pointAt, selectText } from './place';
import { readRegistry, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/leftovers.html';
const PAGE = {
  // A page that must not be stored is not kept for the way back.
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' },
  body: `<!doctype html><style>body { margin: 60px; font: 18px/2 serif }</style>
    <p>浙江推出“浙里办”。</p>`,
};

describeBrowsers(
  'what a script of before an update leaves on a page',
  (test) => {
    test('goes: its card, its toolbar, its ring around the name pointed at', async (browser) => {
      await browser.replaceExtension('released');
      const tab = await browser.open(browser.server.serve(ADDRESS, PAGE));
      const another = await browser.open(ADDRESS);
      for (const each of [tab, another]) await waitForRegistry(each);
      await selectText(another, '推出');
      await clickInCard(another, 'Add a note');
      await tab.activate();
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
      await browser.replaceExtension('next');
      await waitForNoCard(tab);
      await expect.poll(() => viewText(another, 'toolbar')).toBe('');
      expect((await readRegistry(tab))['govgloss-pointed'] ?? []).toEqual([]);
      await waitForRegistry(tab);
      await tab.activate();
      await tab.movePointer({ x: 600, y: 500 });
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
      await tab.press('Escape');
      await waitForNoCard(tab);
    });
  },
  { build: 'released' },
);
