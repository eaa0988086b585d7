import { expect } from 'vitest';
import { cardBox, cardText, clickInCard, HOST, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestTab } from './driver/test-browser';
import { boxOfText, centreOf, pointAt } from './place';
import { readRegistry, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/card.html';
const LINES = Array.from({ length: 40 }, (_, i) => `<p>第${i + 1}段，与名称无关的文字。</p>`);

/** A page with names in the first line and far below, in a narrow column. */
const ARTICLE = `<!doctype html><meta charset="utf-8"><title>文章</title>
  <style>body { margin: 40px; width: 600px; font: 18px/2 serif }</style>
  <p>浙江的“浙里办”和广东的“粤省事”。</p>${LINES.join('')}<p>福建的“闽政通”。</p>
  <p>江苏全省学习苏政发〔1999〕7号。</p>`;

const pause = (tab: TestTab, ms: number) =>
  tab.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);

/** True when the press on the pin reached it: under a dialog the page beneath is inert. */
async function isPinned(tab: TestTab): Promise<boolean> {
  const pressed = await tab.inClosedRoots(
    (root) => root.querySelector('[aria-pressed="true"]') !== null,
    null,
  );
  return pressed.includes(true);
}

describeBrowsers('the card', (test) => {
  const openArticle = async (browser: Parameters<Parameters<typeof test>[1]>[0]) => {
    browser.server.serve(ADDRESS, ARTICLE);
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    return tab;
  };

  test('opens where the pointer rests, explains, and leaves nothing behind', async (browser) => {
    const tab = await openArticle(browser);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    await pointAt(tab, '浙里办');
    expect(await waitForCard(tab)).toContain('浙里办');
    await tab.press('Escape');
    await waitForNoCard(tab);
    // What is not painted explains itself too: a word that points at a division, a document's number.
    await pointAt(tab, '全省');
    expect(await waitForCard(tab)).toContain('江苏省');
    await pointAt(tab, '苏政发〔1999〕7号');
    expect(await waitForCard(tab, '苏政发〔1999〕7号')).toContain('no entry for this document');
    await tab.press('Escape');
    await waitForNoCard(tab);
    await waitForRegistry(
      tab,
      (registry) => !(registry['govgloss-division'] ?? []).includes('全省'),
    );
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  test('never covers the line being read', async (browser) => {
    const tab = await openArticle(browser);
    for (const name of ['浙里办', '闽政通']) {
      await pointAt(tab, name);
      await waitForCard(tab, name);
      const line = await boxOfText(tab, name);
      const card = await cardBox(tab);
      const isClear =
        card !== null && (card.y >= line.y + line.height || card.y + card.height <= line.y);
      expect(isClear, `${name} stays in sight`).toBe(true);
      await tab.press('Escape');
      await waitForNoCard(tab);
    }
  });

  test('does not open for a pointer that only crosses a mark', async (browser) => {
    const tab = await openArticle(browser);
    const { x, y } = centreOf(await boxOfText(tab, '浙里办'));
    await tab.movePointer({ x, y: y - 30 });
    await tab.movePointer({ x, y: y + 60 });
    await pause(tab, 800);
    expect(await cardText(tab)).toBe('');
  });

  test('stays while the pointer travels into it, and goes when it leaves', async (browser) => {
    const tab = await openArticle(browser);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    const card = await cardBox(tab);
    if (!card) throw new Error('There is no card.');
    await tab.movePointer(centreOf(card));
    await pause(tab, 700);
    expect(await cardText(tab)).not.toBe('');
    await tab.movePointer({ x: 1100, y: 20 });
    await waitForNoCard(tab);
  });

  test('goes when the reader presses elsewhere, or scrolls away', async (browser) => {
    const tab = await openArticle(browser);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    await tab.click({ x: 900, y: 500 });
    await waitForNoCard(tab);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    await tab.scroll({ x: 900, y: 500 }, 600);
    await waitForNoCard(tab);
  });

  test('pinned, it stays, can be moved, and goes on Esc', async (browser) => {
    const tab = await openArticle(browser);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    await clickInCard(tab, 'Pin the card');
    const before = await cardBox(tab);
    if (!before) throw new Error('There is no card.');
    const head = { x: before.x + before.width / 2, y: before.y + 14 };
    await tab.drag(head, { x: head.x + 200, y: head.y + 90 });
    await tab.movePointer({ x: 1200, y: 20 });
    await pause(tab, 600);
    const after = await cardBox(tab);
    expect([
      Math.round((after?.x ?? 0) - before.x),
      Math.round((after?.y ?? 0) - before.y),
    ]).toEqual([200, 90]);
    await clickInCard(tab, 'Move to another corner (arrow keys: a little)');
    await tab.press('ArrowRight');
    const cornered = await cardBox(tab);
    expect([Math.round(cornered?.x ?? 0), Math.round(cornered?.y ?? 0)]).toEqual([8 + 24, 8]);
    await tab.press('Escape');
    await waitForNoCard(tab);
  });

  test('is above a dialog of the page and takes the pointer there', async (browser) => {
    const tab = await browser.open('http://www.fj.gov.cn/edge/dialog.html');
    await waitForRegistry(tab);
    await tab.click(centreOf(await boxOfText(tab, '打开对话框')));
    await pointAt(tab, '粤省事');
    await waitForCard(tab, '粤省事');
    await clickInCard(tab, 'Pin the card');
    await expect.poll(() => isPinned(tab)).toBe(true);
    await tab.press('Escape');
    await waitForNoCard(tab);
    expect(await tab.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });

  test('is above an element in fullscreen and takes the pointer there', async (browser) => {
    const tab = await browser.open('http://www.fj.gov.cn/edge/dialog.html');
    await waitForRegistry(tab);
    await tab.activate();
    await tab.click(centreOf(await boxOfText(tab, '全屏')));
    await expect.poll(() => tab.evaluate(() => document.fullscreenElement?.id)).toBe('screen');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await clickInCard(tab, 'Pin the card');
    await expect.poll(() => isPinned(tab)).toBe(true);
    await clickInCard(tab, 'Close (Esc)');
    await waitForNoCard(tab);
    expect(await tab.evaluate(() => document.fullscreenElement?.id)).toBe('screen');
    await tab.evaluate(() => document.exitFullscreen());
  });

  test('fits into a small frame', async (browser) => {
    browser.server.serve(
      ADDRESS,
      '<iframe src="/edge/frame-inner.html" width="320" height="180" style="border:0"></iframe>',
    );
    const tab = await browser.open(ADDRESS);
    const [frame] = await tab.frames();
    if (!frame) throw new Error('There is no frame.');
    await waitForRegistry(frame);
    // The body's margin and the frame's place: on the first name of the frame.
    await tab.movePointer({ x: 34, y: 36 });
    await expect
      .poll(() => frame.evaluate((host) => document.querySelector(host) !== null, HOST))
      .toBe(true);
    const fits = await frame.evaluate((host) => {
      const box = document.querySelector(host)?.getBoundingClientRect();
      return box && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    }, HOST);
    expect(fits).toBe(true);
  });

  test('at the browser’s zoom of 200 % it is all in sight, beside the line', async (browser) => {
    const tab = await openArticle(browser);
    const zoom = (factor: number) =>
      browser.inExtension(
        async (api, [url, wanted]) => {
          const [open] = await api.tabs.query({ url });
          await api.tabs.setZoom(open?.id ?? -1, wanted);
        },
        [ADDRESS, factor] as const,
      );
    const width = await tab.evaluate(() => innerWidth);
    await zoom(2);
    try {
      await expect.poll(() => tab.evaluate(() => innerWidth)).toBeLessThan(width);
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
      const line = await boxOfText(tab, '浙里办');
      const card = (await cardBox(tab)) ?? { x: -1, y: -1, width: 0, height: 0 };
      const view = await tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.x + card.width).toBeLessThanOrEqual(view.width);
      expect(card.y + card.height).toBeLessThanOrEqual(view.height);
      expect(card.y >= line.y + line.height || card.y + card.height <= line.y).toBe(true);
    } finally {
      await zoom(0);
    }
  });

  test('opens on a tap and closes on a tap beside it', async (browser) => {
    const tab = await openArticle(browser);
    await tab.tap(centreOf(await boxOfText(tab, '浙里办')));
    await waitForCard(tab, '浙里办');
    await tab.tap({ x: 900, y: 500 });
    await waitForNoCard(tab);
  });

  test('‘not this’ takes the marks of a name away, in either script', async (browser) => {
    browser.server.serve(ADDRESS, '<meta charset="utf-8"><p>浙里办与闽政通，浙裏辦</p>');
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    await clickInCard(tab, 'Not this');
    await clickInCard(tab, 'on this site');
    const left = await waitForRegistry(tab, (now) => now['govgloss-platform']?.length === 1);
    expect(left['govgloss-platform']).toEqual(['闽政通']);
    await browser.inExtension((api) => api.storage.sync.remove('settings.ignored'));
    await waitForRegistry(tab, (now) => now['govgloss-platform']?.length === 3);
  });

  test('‘not this’ that cannot be kept says so in the card, and loses nothing', async (browser) => {
    const tab = await openArticle(browser);
    const before = [{ form: '闽政通', host: '' }];
    await browser.inExtension(async (api, ignored) => {
      await api.storage.sync.set({ 'settings.ignored': ignored });
      // All a browser syncs for an extension, in records of the size it allows; then the rest.
      for (const size of [8000, 1000, 100, 10]) {
        for (let nth = 0; nth < 14; nth++) {
          const kept = await api.storage.sync
            .set({ [`fill.${size}.${nth}`]: 'x'.repeat(size) })
            .then(
              () => true,
              () => false,
            );
          if (!kept) break;
        }
      }
    }, before);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    await clickInCard(tab, 'Not this');
    await clickInCard(tab, 'on this site');
    await waitForCard(tab, 'synced storage takes no more');
    expect((await readRegistry(tab))['govgloss-platform']).toContain('浙里办');
    expect(
      await browser.inExtension(async (api) => {
        const stored = await api.storage.sync.get('settings.ignored');
        return stored['settings.ignored'];
      }),
    ).toEqual(before);
    // With room again the same press does it.
    await browser.inExtension(async (api) => {
      const all = Object.keys(await api.storage.sync.get(null));
      await api.storage.sync.remove(all.filter((key) => key.startsWith('fill.')));
    });
    await clickInCard(tab, 'on this site');
    await waitForNoCard(tab);
    await waitForRegistry(tab, (now) => !now['govgloss-platform']?.includes('浙里办'));
    await browser.inExtension((api) => api.storage.sync.remove('settings.ignored'));
  });
});
