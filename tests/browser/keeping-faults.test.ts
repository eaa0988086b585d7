import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Highlight } from '@/lib/model/highlight';
import { clickInCard, viewText } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import { keep, keepingOf, keptOn } from './kept';
import { selectText } from './place';
import { hasMarks, waitForRegistry } from './registry';

const PATIENT = { timeout: 10_000 };
const KEY = 'example.gov.cn/a.html';

const wish = (id: string, note = '') => ({
  ...{ id, pageKey: KEY, title: '一页', note, exact: '浙里办', prefix: '可用', suffix: '办理' },
});

/** Sends a save as a page does; null when the background died before it answered. */
async function save(browser: TestBrowser, id: string, note = ''): Promise<Highlight | null> {
  return (await keep(browser, [wish(id, note)]))[0] ?? null;
}

async function kept(browser: TestBrowser): Promise<Map<string, Highlight>> {
  const highlights = await keptOn(browser, KEY);
  return new Map(highlights.map((highlight) => [highlight.id, highlight]));
}

describeBrowsers('keeping highlights when things go wrong', (test) => {
  test('what was confirmed is there, whenever the background dies', async (browser) => {
    const confirmed = new Set<string>();
    const sent: string[] = [];
    // The background dies at a different step of the save each time; no step may lose a
    // confirmed highlight, and asking again with the same id never makes two.
    for (const delay of [0, 1, 2, 4, 8, 16, 32, 64, 128, 256]) {
      const id = crypto.randomUUID();
      sent.push(id);
      const saving = save(browser, id, `after ${delay} ms`);
      await pause(delay);
      await browser.killBackground();
      if (await saving) confirmed.add(id);
    }
    const before = await kept(browser);
    expect([...confirmed].filter((id) => !before.has(id))).toEqual([]);
    for (const id of sent) expect((await save(browser, id, 'again'))?.id).toBe(id);
    const after = await kept(browser);
    expect(new Set(after.keys())).toEqual(new Set(sent));
    for (const [id, highlight] of before) expect(after.get(id)).toEqual(highlight);
  });

  test('a page whose background dies while it keeps says “kept”, and one is kept', async (browser) => {
    const key = 'zj.gov.cn/dying.html';
    const address = browser.server.serve(
      `http://www.${key}`,
      '<!doctype html><meta charset="utf-8"><p>浙江的浙里办很好。</p><p>粤省事。</p>',
    );
    const tab = await browser.open(address);
    await waitForRegistry(tab, hasMarks);
    const delays = [0, 2, 8, 32, 128];
    const passages = ['浙江的', '浙里办', '很好', '粤省', '省事'];
    for (const [i, delay] of delays.entries()) {
      await selectText(tab, passages[i] ?? '');
      const hasToolbar = async () =>
        (await tab.inClosedRoots((root) => root.querySelector('.swatch') !== null, null)).includes(
          true,
        );
      await expect.poll(hasToolbar, PATIENT).toBe(true);
      await clickInCard(tab, 'Highlight in yellow');
      await pause(delay);
      await browser.killBackground();
      await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('Kept on this machine.');
      await clickInCard(tab, 'Close (Esc)');
    }
    expect(await keptOn(browser, key)).toHaveLength(delays.length);
  });

  test('a page opened while the background dies shows what was kept of it', async (browser) => {
    const key = 'zj.gov.cn/opened.html';
    const address = browser.server.serve(
      `http://www.${key}`,
      '<!doctype html><meta charset="utf-8"><p>浙江的浙里办很好。</p>',
    );
    await keep(browser, [{ pageKey: key, prefix: '浙江的', exact: '浙里办很好', suffix: '。' }]);
    for (const delay of [0, 50, 150, 300]) {
      const opening = browser.open(address);
      await pause(delay);
      await browser.killBackground();
      const tab = await opening;
      await waitForRegistry(tab, (now) => now['govgloss-saved-yellow']?.[0] === '浙里办很好');
      await tab.close();
    }
  });

  test('two windows that save at once lose nothing', async (browser) => {
    const already = await kept(browser);
    const ids = Array.from({ length: 30 }, () => crypto.randomUUID());
    const saved = await Promise.all(ids.map((id) => save(browser, id)));
    expect(saved.map((highlight) => highlight?.id)).toEqual(ids);
    expect(new Set((await kept(browser)).keys())).toEqual(new Set([...already.keys(), ...ids]));
  });

  test('a tab closed in the middle of a save leaves the library whole', async (browser) => {
    const already = await kept(browser);
    const id = crypto.randomUUID();
    const tab = await browser.openExtensionPage('popup.html');
    await tab.evaluate(
      (input) => {
        const { browser: api } = globalThis as unknown as {
          browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        };
        void api.runtime.sendMessage({ govgloss: 'keepPassage', input });
      },
      keepingOf(wish(id, 'closing')),
    );
    await tab.close();
    expect((await save(browser, id, 'again'))?.id).toBe(id);
    const after = await kept(browser);
    expect(new Set(after.keys())).toEqual(new Set([...already.keys(), id]));
  });

  test('after a downgrade the library a later version wrote is read and added to', async (browser) => {
    const already = await kept(browser);
    await browser.inExtension(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('govgloss', 9999);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => reject(request.error);
        }),
    );
    await browser.killBackground();
    const id = crypto.randomUUID();
    expect((await save(browser, id))?.id).toBe(id);
    expect(new Set((await kept(browser)).keys())).toEqual(new Set([...already.keys(), id]));
  });
});
