import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { CallError, PlacedHighlight } from '@/lib/messages/protocol';
import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import { findBrowser, missingBrowser } from '../../scripts/setup/find-browser.mjs';
import { keepingOf } from '../browser/kept';
import { SmallDisk } from './small-disk';

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const KEY = 'zj.gov.cn/disk.html';

/** Chromium with a profile on the small disk, again and again. */
class Browser {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async start({ folder }: SmallDisk): Promise<Browser> {
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error(missingBrowser('chromium'));
    const unpacked = join(folder, 'unpacked');
    const args = ['--no-sandbox', '--no-first-run', '--disable-background-networking'];
    const extension = [`--disable-extensions-except=${unpacked}`, `--load-extension=${unpacked}`];
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...{ executablePath, headless: true, args: [...args, ...extension] },
      ignoreDefaultArgs: ['--disable-extensions'],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const page = await context.newPage();
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/manifest.json`);
    return new Browser(context, page);
  }

  ask<T>(govgloss: string, input: object): Promise<Result<T, CallError>> {
    return this.page.evaluate(
      (message) =>
        (
          globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: object): Promise<never> } };
          }
        ).chrome.runtime.sendMessage(message),
      { govgloss, input },
    );
  }

  save(exact: string, id: string = crypto.randomUUID()) {
    return this.ask<Highlight>('keepPassage', keepingOf({ id, exact, pageKey: KEY }));
  }

  async found(): Promise<string[]> {
    const answer = await this.ask<PlacedHighlight[]>('placePassages', {
      ...{ pageKey: KEY, search: null },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.map(({ highlight }) => highlight.selectors.quote.exact).sort();
  }

  /** Writes into the database as anything of ours may, while there is no room: Chromium gives it up then. */
  breakDatabase(): Promise<string> {
    return this.page.evaluate(
      () =>
        new Promise<string>((settle) => {
          const opening = indexedDB.open('govgloss');
          opening.onerror = () => settle('closed');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('meta', 'readwrite');
            transaction.objectStore('meta').put({ key: 'ballast', value: 'x'.repeat(100_000) });
            transaction.oncomplete = () => settle('written');
            transaction.onabort = () => settle('refused');
          };
        }),
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

const passages = (count: number, name = '第') =>
  Array.from({ length: count }, (_, nth) => `${name}${String(nth).padStart(2, '0')}段`);

test('a full disk in Chromium loses nothing that was confirmed, and says what it is', async (context) => {
  const disk = await SmallDisk.mount(160);
  if (typeof disk === 'string') return context.skip(disk);
  let browser: Browser | null = null;
  try {
    await cp(BUILD, join(disk.folder, 'unpacked'), { recursive: true });
    browser = await Browser.start(disk);
    const confirmed = passages(36);
    for (const exact of confirmed) expect((await browser.save(exact)).ok).toBe(true);

    await disk.fill();
    const refused = { exact: '满时', id: crypto.randomUUID() };
    for (const _ of ['at first', 'once more']) {
      const answer = await browser.save(refused.exact, refused.id);
      expect(answer).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    }
    await browser.breakDatabase();

    await disk.makeRoom();
    expect((await browser.save(refused.exact, refused.id)).ok).toBe(true);
    expect(await browser.found()).toEqual([...confirmed, refused.exact].sort());
    for (const exact of passages(3, '后')) {
      confirmed.push(exact);
      expect((await browser.save(exact)).ok).toBe(true);
    }
    const all = [...confirmed, refused.exact].sort();
    expect(await browser.found()).toEqual(all);
    await browser.close();
    browser = await Browser.start(disk);
    expect(await browser.found()).toEqual(all);
    expect((await browser.save('重启后')).ok).toBe(true);
  } finally {
    await browser?.close();
    await disk.unmount();
  }
});
