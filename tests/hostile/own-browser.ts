import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { CallError, PlacedHighlight } from '@/lib/messages/protocol';
import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import { findBrowser, missingBrowser } from '../../scripts/setup/find-browser.mjs';
import { keepingOf } from '../browser/kept';

export const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const KEY = 'zj.gov.cn/disk.html';

/** Chromium with the build and its profile in a folder that outlives it. */
export class Browser {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async start(folder: string): Promise<Browser> {
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
