import { afterAll, beforeAll, describe, expect } from 'vitest';
import { findBarriers } from './axe';
import { describeBrowsers } from './describe-browsers';
import { Gallery } from './gallery';

/** Each language and each theme: what axe looks for depends on one or the other, not on both. */
const LOOKS = {
  chromium: [
    ['zh-Hans', 'light'],
    ['en', 'dark'],
  ],
  firefox: [
    ['zh-Hant', 'dark'],
    ['en', 'light'],
  ],
} as const;

/** How many components the page shows, once it shows them all. */
const statesShown = () => {
  const hosts = [...document.querySelectorAll('figure > div')];
  return hosts.every((host) => host.shadowRoot?.querySelector('.govgloss')) ? hosts.length : 0;
};

describe('views', () => {
  let gallery: Gallery;
  beforeAll(() => {
    gallery = Gallery.build();
  });
  afterAll(() => gallery.remove());

  describeBrowsers('every component in every state', (test, name) => {
    for (const [language, theme] of LOOKS[name]) {
      test(`is open to every reader: ${language}, ${theme}`, async (browser) => {
        const query = `language=${language}&theme=${theme}`;
        const tab = await browser.open(gallery.serve(browser.server, query));
        await expect.poll(() => tab.evaluate(statesShown)).toBeGreaterThan(15);
        expect(await findBarriers(tab)).toEqual([]);
      });
    }

    for (const width of [320, 400, 800]) {
      test(`fits a window ${width} px wide without scrolling sideways`, async (browser) => {
        const tab = await browser.open(gallery.serve(browser.server, `theme=light&width=${width}`));
        await expect.poll(() => tab.evaluate(statesShown)).toBeGreaterThan(15);
        const wide = await tab.evaluate(() =>
          [...document.querySelectorAll('figure')].flatMap((figure) => {
            const root = figure.querySelector('div')?.shadowRoot;
            const parts = [...(root?.querySelectorAll('.govgloss, .govgloss *') ?? [])];
            const limit = figure.getBoundingClientRect().right + 1;
            return parts
              .filter((part) => part.checkVisibility() && !part.closest('.unseen, svg'))
              .filter((part) => part.getBoundingClientRect().right > limit)
              .map((part) => `${figure.textContent}: ${part.className || part.tagName}`);
          }),
        );
        expect(wide).toEqual([]);
      });
    }
  });
});
