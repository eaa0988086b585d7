import { expect } from 'vitest';
import { findBarriers } from './axe';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { keep } from './kept';

const PATIENT = { timeout: 15_000 };

const text = (tab: TestTab) => tab.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

/** Presses the button of a name in the open panel. */
async function press(tab: TestTab, name: string): Promise<void> {
  const isThere = () =>
    tab.evaluate((wanted) => {
      const buttons = document.querySelectorAll<HTMLButtonElement>('.dialog button');
      const button = [...buttons].find((each) => each.textContent === wanted && !each.disabled);
      button?.click();
      return button !== undefined;
    }, name);
  await expect.poll(isThere, { ...PATIENT, message: `a button “${name}”` }).toBe(true);
}

/** Fills the library, as pages do. */
async function fill(browser: TestBrowser, count: number): Promise<void> {
  const wishes = Array.from({ length: count }, (_, at) => ({
    ...{ pageKey: `zj.gov.cn/${at % 3}`, title: `新闻 ${at % 3}`, colour: 'pink' as const },
    ...{ exact: `“浙里办”第${at}次`, prefix: '前', suffix: '后' },
    ...{ note: at === 0 ? '笔记\n第二行' : '', tags: ['平台'] },
  }));
  await keep(browser, wishes);
}

/** Empties the library in every store it is in, as a browser that wipes its data does. */
async function wipe(browser: TestBrowser): Promise<void> {
  await browser.inExtension(async (api) => {
    const opening = indexedDB.open('govgloss');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tables = ['highlights', 'tombstones', 'meta'];
    const writing = db.transaction(tables, 'readwrite');
    for (const table of tables) writing.objectStore(table).clear();
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onerror = () => reject(writing.error);
    });
    db.close();
    for (const name of await caches.keys()) await caches.delete(name);
    await api.storage.local.remove('library-witness');
  });
  await browser.killBackground();
}

/** Exports in a format and answers the file, which is caught on its way to the browser. */
async function exported(browser: TestBrowser, format: string): Promise<string> {
  const tab = await browser.openExtensionPage('atlas.html#/library/export');
  await expect.poll(() => text(tab), PATIENT).toContain('完整备份');
  await tab.evaluate((wanted) => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((file) => Object.assign(window, { file }));
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    document.querySelector<HTMLInputElement>(`.dialog input[value="${wanted}"]`)?.click();
  }, format);
  await press(tab, '保存文件');
  await expect.poll(() => text(tab), PATIENT).toContain('文件已交给浏览器下载');
  const file = () => tab.evaluate(() => String(Reflect.get(window, 'file') ?? ''));
  await expect.poll(file, PATIENT).not.toBe('');
  const content = await file();
  await tab.close();
  return content;
}

/** Gives the import panel a file. */
async function choose(tab: TestTab, name: string, content: string): Promise<void> {
  await tab.evaluate(
    (file) => {
      const input = document.querySelector<HTMLInputElement>('.dialog input[type="file"]');
      if (!input) throw new Error('no field for a file');
      const files = new DataTransfer();
      files.items.add(new File([file.content], file.name));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, content },
  );
}

async function openImport(browser: TestBrowser): Promise<TestTab> {
  const tab = await browser.openExtensionPage('atlas.html#/library/import');
  await expect.poll(() => text(tab), PATIENT).toContain('先预览，后写入');
  return tab;
}

describeBrowsers(
  'the library out and in',
  (test) => {
    for (const format of ['backup', 'json-ld']) {
      test(`export, wipe, import gives the same library, byte for byte: ${format}`, async (browser) => {
        await wipe(browser);
        await fill(browser, 40);
        const before = await exported(browser, format);
        await wipe(browser);
        const tab = await openImport(browser);
        await choose(tab, 'library.json', before);
        await expect.poll(() => text(tab), PATIENT).toContain('新增 40');
        expect(await findBarriers(tab)).toEqual([]);
        await press(tab, '导入');
        await expect.poll(() => text(tab), PATIENT).toContain('已写入 40 条');
        await choose(tab, 'library.json', before);
        await expect.poll(() => text(tab), PATIENT).toContain('相同 40');
        await tab.close();
        expect(await exported(browser, format)).toBe(before);
      });
    }

    test('a file with mistakes is named, and skipped only by consent', async (browser) => {
      await wipe(browser);
      await fill(browser, 3);
      const file: { highlights: unknown[] } = JSON.parse(await exported(browser, 'backup'));
      await wipe(browser);
      file.highlights[1] = { text: 'broken' };
      const tab = await openImport(browser);
      await choose(tab, 'broken.json', JSON.stringify(file));
      await expect.poll(() => text(tab), PATIENT).toContain('有 1 条无法读取');
      const isBlocked = () =>
        tab.evaluate(
          () => document.querySelector<HTMLButtonElement>('.dialog [data-weight="main"]')?.disabled,
        );
      expect(await isBlocked()).toBe(true);
      expect(await findBarriers(tab)).toEqual([]);
      await tab.evaluate(() =>
        document.querySelector<HTMLElement>('.dialog .notice input')?.click(),
      );
      await expect.poll(isBlocked).toBe(false);
      await press(tab, '导入');
      await expect.poll(() => text(tab), PATIENT).toContain('已写入 2 条');
    });

    test('what is no file of highlights is refused in one sentence', async (browser) => {
      const tab = await openImport(browser);
      await choose(tab, 'photo.png', '\u0089PNG\r\n\u001a\n\0\0\0');
      await expect.poll(() => text(tab), PATIENT).toContain('这个文件无法读取');
      await choose(tab, 'other.json', '{"some":"thing"}');
      await expect.poll(() => text(tab), PATIENT).toContain('认不出这种文件。能导入的有');
    });

    test('every format of text holds every quote', async (browser) => {
      await wipe(browser);
      await fill(browser, 5);
      for (const format of ['markdown', 'csv', 'hypothesis', 'readwise']) {
        const file = await exported(browser, format);
        for (let at = 0; at < 5; at++) expect(file).toContain(`第${at}次`);
      }
    });
  },
  { language: 'zh-CN' },
);
