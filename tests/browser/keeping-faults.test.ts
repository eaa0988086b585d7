import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';

const KEY = 'example.gov.cn/a.html';

function draft(note: string): HighlightDraft {
  return {
    pageKey: KEY,
    url: `http://www.${KEY}`,
    title: '一页',
    selectors: {
      quote: { type: 'TextQuoteSelector', exact: '浙里办', prefix: '可用', suffix: '办理' },
    },
    colour: 'yellow',
    note,
    tags: [],
    entities: ['CN-ZJ/zheliban'],
  };
}

/** Sends a save as a page does; null when the background died before it answered. */
function save(browser: TestBrowser, id: string, note = ''): Promise<Highlight | null> {
  return browser.inExtension(
    async (api, input) => {
      try {
        const answer: unknown = await api.runtime.sendMessage({ govgloss: 'saveHighlight', input });
        const result = answer as Result<Highlight, unknown> | undefined;
        return result?.ok ? result.value : null;
      } catch {
        return null;
      }
    },
    { id, draft: draft(note) },
  );
}

async function kept(browser: TestBrowser): Promise<Map<string, Highlight>> {
  const answer = await browser.inExtension(
    async (api, pageKey) =>
      (await api.runtime.sendMessage({
        govgloss: 'listHighlights',
        input: { pageKey },
      })) as Result<Highlight[], unknown>,
    KEY,
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return new Map(answer.value.map((highlight) => [highlight.id, highlight]));
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
        void api.runtime.sendMessage({ govgloss: 'saveHighlight', input });
      },
      { id, draft: draft('closing') },
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
