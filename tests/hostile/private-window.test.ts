import { expect } from 'vitest';
import { clickInCard, viewText } from '../browser/card';
import { describeBrowsers } from '../browser/describe-browsers';
import { keptOn } from '../browser/kept';
import { selectText } from '../browser/place';
import { waitForRegistry } from '../browser/registry';

/** Chromium asks for https first in a private window. */
const ADDRESS = 'https://www.zj.gov.cn/private.html';

describeBrowsers('a private window', (test) => {
  test('keeps apart from the library, says so, and what it kept goes with it', async (browser) => {
    browser.server.serve(
      ADDRESS,
      '<!doctype html><meta charset="utf-8"><p>浙江的“浙里办”注册用户突破一亿。</p>',
    );
    const page = await browser.openPrivate(ADDRESS);
    await waitForRegistry(page);
    await selectText(page, '注册用户');
    await expect.poll(() => viewText(page, 'toolbar')).toContain('gone when it is closed');
    await clickInCard(page, 'Highlight in yellow');
    await expect.poll(() => viewText(page, 'notice')).toContain('gone when it is closed');
    await waitForRegistry(page, (now) => (now['govgloss-saved-yellow'] ?? []).length > 0);
    expect(await keptOn(browser, 'zj.gov.cn/private.html')).toEqual([]);
    const privately = () =>
      browser.inExtension(async (api) => {
        const { 'kept-privately': kept = [] } = await api.storage.session.get('kept-privately');
        return (kept as unknown[]).length;
      });
    expect(await privately()).toBe(1);
    await browser.inExtension(async (api) => {
      for (const { id, incognito } of await api.windows.getAll())
        if (incognito && id !== undefined) await api.windows.remove(id);
    });
    await expect.poll(privately).toBe(0);
  });
});
