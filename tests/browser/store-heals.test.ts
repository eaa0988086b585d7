import { expect } from 'vitest';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import { keep } from './kept';
import { readRegistry } from './registry';

const PATIENT = { timeout: 10_000 };
const ARTICLE = 'http://www.zj.gov.cn/heals.html';

/** Rows of a table to put in place, or none: then the table is emptied. */
type Tear = Record<string, readonly { id?: string; name?: string; version?: string }[]>;

/** Brings the extension's database out of order, and stops the background, which may hold what was in it. */
async function tear(browser: TestBrowser, tables: Tear): Promise<void> {
  await browser.inExtension(async (_, torn) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('govgloss');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = db.transaction(Object.keys(torn), 'readwrite');
    for (const [table, rows] of Object.entries(torn)) {
      const store = transaction.objectStore(table);
      if (rows.length === 0) store.clear();
      for (const row of rows) store.put(row);
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  }, tables);
  await browser.killBackground();
}

/** What is marked of the article, opened anew. */
async function marks(browser: TestBrowser): Promise<string[]> {
  const tab = await browser.open(browser.server.serve(ARTICLE, '<p>浙江省推出“浙里办”。</p>'));
  const named = async () => Object.values(await readRegistry(tab)).flat();
  // Kinds are painted one after another.
  await expect.poll(named, PATIENT).toEqual(expect.arrayContaining(['浙里办', '浙江省']));
  return named();
}

async function found(browser: TestBrowser, words: string): Promise<string> {
  const popup = await browser.openPopup();
  await expect.poll(() => popup.evaluate(() => document.activeElement?.localName)).toBe('input');
  await popup.type(words);
  const list = () => popup.evaluate(() => document.querySelector('[role=listbox]')?.textContent);
  await expect.poll(list, PATIENT).toBeTruthy();
  const listed = (await list()) ?? '';
  await popup.close();
  return listed;
}

async function keepOne(browser: TestBrowser, id: string): Promise<boolean> {
  const wish = { id, pageKey: 'zj.gov.cn/heals.html', colour: 'green' as const, exact: '浙里办' };
  return (await keep(browser, [wish]))[0] !== null;
}

describeBrowsers('a store out of order', (test) => {
  test('torn gazetteer and index: pages are marked, names are found', async (browser) => {
    const row = { version: 'of some build', data: '{"format":3,' };
    await marks(browser);
    await tear(browser, {
      artefacts: [
        { name: 'gazetteer', ...row },
        { name: 'search-index', ...row },
      ],
    });
    expect(await marks(browser)).toContain('浙江省');
    expect(await found(browser, 'zlb')).toContain('浙里办');
  });

  test('torn dataset: popup, atlas and pages show it, and what was kept', async (browser) => {
    expect(await keepOne(browser, '5f0e5a52-6ad3-4d3c-8f0a-0f2f1b1f5a01')).toBe(true);
    await tear(browser, { entities: [], artefacts: [], rankings: [] });
    expect(await found(browser, 'zlb')).toContain('浙里办');
    await tear(browser, { entities: [{ id: 'CN-ZJ/zheliban' }, { id: 'CN-ZJ' }] });
    const atlas = await browser.openExtensionPage('atlas.html#/library');
    const text = () => atlas.evaluate(() => document.body.innerText);
    await expect.poll(text, PATIENT).toContain('浙里办');
    await atlas.goto(`${browser.origin}/atlas.html#/profile/CN-ZJ`);
    await expect.poll(text, PATIENT).toContain('一体化');
    await tear(browser, { entities: [], meta: [] });
    expect(await marks(browser)).toContain('浙江省');
    await browser.takeErrors();
  });

  test('a database deleted under the background is made again', async (browser) => {
    await marks(browser);
    await browser.inExtension(async () => {
      await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('govgloss');
        deleting.onsuccess = resolve;
        deleting.onerror = reject;
      });
    });
    expect(await keepOne(browser, '5f0e5a52-6ad3-4d3c-8f0a-0f2f1b1f5a02')).toBe(true);
    expect(await marks(browser)).toContain('浙江省');
    expect(await found(browser, 'zlb')).toContain('浙里办');
    await browser.takeErrors();
  });
});
