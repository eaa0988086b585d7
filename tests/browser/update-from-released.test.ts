import { expect } from 'vitest';
import { waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { pointAt } from './place';
import { waitForRegistry } from './registry';
import {
  expectAllThere,
  expectLibrary,
  hosts,
  keepBlue,
  liveWithIt,
  PASSAGE,
  readOn,
  waitForPaint,
} from './released-reader';

/** What is marked in the article once the reader read on. */
const ARTICLE = {
  divisions: ['浙江', '贵州'],
  platforms: ['浙里办', '青城办', '多彩宝'],
};

describeBrowsers(
  'an update from 0.1.0',
  (test) => {
    test('goes on under the open pages as if nothing had happened', async (browser) => {
      const pages = await liveWithIt(browser);
      const { article, kept, paused } = pages;
      await browser.replaceExtension('next');
      await readOn(pages);
      // Two scripts at work would paint each name twice.
      await waitForPaint(article, ARTICLE);
      await waitForPaint(kept, {
        divisions: ['广东', '贵州'],
        platforms: ['粤省事', '多彩宝'],
        green: [PASSAGE],
      });
      await waitForPaint(paused, {});

      await article.activate();
      await pointAt(article, '浙里办');
      await waitForCard(article, '浙里办');
      expect(await hosts(article)).toBe(1);
      await article.press('Escape');
      await waitForNoCard(article);
      await keepBlue(article, '也上线');
      await waitForPaint(article, { ...ARTICLE, blue: ['也上线'] });
      await expectAllThere(browser, pages);
      await expectLibrary(browser, ['也上线', PASSAGE]);
    });
  },
  { build: 'released' },
);

describeBrowsers(
  'the way back to 0.1.0',
  (test) => {
    test('loses nothing, nor does the way forward again', async (browser) => {
      const pages = await liveWithIt(browser);
      const { article } = pages;
      await browser.replaceExtension('next');
      await readOn(pages);
      await waitForPaint(article, ARTICLE);
      await keepBlue(article, '也上线');
      await waitForPaint(article, { ...ARTICLE, blue: ['也上线'] });

      await browser.replaceExtension('released');
      const since: string[] = [];
      if (browser.name === 'chromium') {
        // Its scripts in pages are told nothing any more: the browser remembers that storage is closed
        // to them. The reader's library is there.
        await expectLibrary(browser, ['也上线', PASSAGE]);
        await browser.takeErrors();
      } else {
        await readOn(pages);
        const isRead = (names: string[] = []) =>
          names.filter((name) => name === '多彩宝').length === 2;
        await waitForRegistry(article, (now) => isRead(now['govgloss-platform']));
        // In a library that a later version wrote, too.
        await keepBlue(article, '不同于');
        await waitForRegistry(article, (now) => now['govgloss-saved-blue']?.length === 2);
        since.push('不同于');
      }

      await browser.replaceExtension('next');
      await article.reload();
      await waitForPaint(article, {
        divisions: ['浙江'],
        platforms: ['浙里办', '青城办'],
        blue: ['也上线', ...since],
      });
      await expectAllThere(browser, pages);
      await expectLibrary(browser, [...since, '也上线', PASSAGE]);
    });
  },
  { build: 'released' },
);
