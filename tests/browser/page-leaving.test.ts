import { expect } from 'vitest';
import { viewText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { pointAt } from './place';
import { hasMarks, readRegistry, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/leaving.html';

describeBrowsers('a site that may no longer be read', (test) => {
  test('is left at once: marks, card and all; and taken up again when it may', async (browser) => {
    browser.server.serve(
      ADDRESS,
      '<meta charset="utf-8"><p>浙里办</p><iframe srcdoc="<meta charset=utf-8><p>粤省事"></iframe>',
    );
    const tab = await browser.open(ADDRESS);
    const [frame] = await tab.frames();
    if (!frame) throw new Error('The page has no frame.');
    for (const each of [tab, frame]) await waitForRegistry(each, hasMarks);
    const before = await tab.evaluate(() => document.adoptedStyleSheets.length);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    await browser.setAccess(false);
    await waitForNoCard(tab);
    for (const each of [tab, frame]) await waitForRegistry(each, (now) => !hasMarks(now));
    // Nothing listens any more: neither to the pointer, nor to what the page does, nor to us.
    await tab.evaluate(() => {
      document.body.append('闽政通');
      getSelection()?.selectAllChildren(document.body);
    });
    await tab.movePointer({ x: 300, y: 300 });
    await pointAt(tab, '浙里办');
    await browser.inExtension((api) => api.storage.sync.set({ 'settings.firstOnly': true }));
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 800)));
    expect(hasMarks(await readRegistry(tab))).toBe(false);
    expect((await viewText(tab, 'card')) + (await viewText(tab, 'toolbar'))).toBe('');
    const listens = await browser.inExtension(async (api) => {
      const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      const message = { govgloss: 'getReport', input: null };
      return api.tabs.sendMessage(front?.id ?? -1, message).then(
        (answer) => answer !== undefined,
        () => false,
      );
    });
    expect(listens).toBe(false);
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(before);
    await browser.inExtension((api) => api.storage.sync.remove('settings.firstOnly'));
    await browser.setAccess(true);
    const again = await waitForRegistry(tab, hasMarks);
    expect(again['govgloss-platform']).toEqual(['浙里办', '闽政通']);
    await waitForRegistry(frame, hasMarks);
  });

  test('is left also where it waits for the reader to come back', async (browser) => {
    browser.server.serve(ADDRESS, {
      headers: { 'content-type': 'text/html', 'cache-control': 'max-age=60' },
      body: '<!doctype html><meta charset="utf-8"><p>浙里办</p>',
    });
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, hasMarks);
    await tab.evaluate(() => Reflect.set(window, 'kept', true));
    await tab.goto('http://www.zj.gov.cn/edge/no-han.html');
    await browser.setAccess(false);
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.url()).toBe(ADDRESS);
    expect(await tab.evaluate(() => Reflect.get(window, 'kept'))).toBe(true);
    await waitForRegistry(tab, (now) => !hasMarks(now));
    await browser.setAccess(true);
    await waitForRegistry(tab, hasMarks);
  });
});
