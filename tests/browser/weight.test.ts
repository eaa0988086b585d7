import { expect } from 'vitest';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { readRegistry, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/weight.html';
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>页面</title>${body}`;

/** Counts, in a page of the extension, the calls that pages make to the background from now on. */
async function countCalls(browser: TestBrowser): Promise<() => Promise<string[]>> {
  await browser.inExtension((api) => {
    const calls: string[] = [];
    Reflect.set(globalThis, 'weightCalls', calls);
    api.runtime.onMessage.addListener(
      (message: { govgloss?: string }, { tab }: { tab?: object }) => {
        if (message.govgloss && tab) calls.push(message.govgloss);
      },
    );
  });
  return () => browser.inExtension(() => Reflect.get(globalThis, 'weightCalls') as string[]);
}

/** The pages here name one platform again and again: all of it is to be painted. */
const everyMention = (browser: TestBrowser) =>
  browser.inExtension((api) => api.storage.sync.set({ 'settings.firstOnly': false }));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Paragraphs that name one platform each, among sentences without names. */
function paragraphs(count: number, units = 40): string {
  const filler = '各地推进政务服务，办事更加方便，群众更加满意。'.repeat(Math.ceil(units / 24));
  return Array.from({ length: count }, (_, i) => `<p>第${i}段，${filler}浙里办上线。</p>`).join(
    '\n',
  );
}

function marksIn(registry: Record<string, string[]>): number {
  return Object.values(registry).reduce((sum, texts) => sum + texts.length, 0);
}

/** How many marks touch what the window shows. */
function marksInView(tab: TestTab): Promise<number> {
  return tab.evaluate(() => {
    let seen = 0;
    for (const part of CSS.highlights.get('govgloss-platform') ?? []) {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) seen++;
    }
    return seen;
  });
}

describeBrowsers('the weight of it', (test) => {
  test('a page without Chinese text costs no message, and no second one follows', async (browser) => {
    const calls = await countCalls(browser);
    browser.server.serve(ADDRESS, page('<p>Nothing to see here.</p><p>Rien du tout.</p>'));
    const tab = await browser.open(ADDRESS);
    await tab.evaluate(() => document.body.append('still nothing'));
    await pause(500);
    expect(await calls()).toEqual([]);
  });

  test('a page is marked with one message for each thing it needs', async (browser) => {
    const calls = await countCalls(browser);
    browser.server.serve(ADDRESS, page(paragraphs(50)));
    await waitForRegistry(await browser.open(ADDRESS), (now) => marksIn(now) > 0);
    await pause(500);
    const asked = await calls();
    // The names of what is read in the first turn, then those of all else, if that took another.
    const once = asked.filter((name) => name !== 'findNames');
    expect(asked.length - once.length).toBeLessThanOrEqual(2);
    expect(new Set(once).size).toBe(once.length);
    // What reads, settings, a note that was begun, what is kept here, and what was found.
    expect(once.length).toBeLessThanOrEqual(5);
    expect(once).not.toContain('getGazetteer');
  });

  test('every name of an article is painted, wherever it stands', async (browser) => {
    await everyMention(browser);
    browser.server.serve(ADDRESS, page(paragraphs(400)));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (now) => marksIn(now) === 400);
  });

  test('a very long page has paint only around the window, and there always', async (browser) => {
    await everyMention(browser);
    browser.server.serve(ADDRESS, page(paragraphs(3000)));
    const tab = await browser.open(ADDRESS);
    const many = await waitForRegistry(tab);
    expect(marksIn(many)).toBeLessThanOrEqual(200);
    expect(await marksInView(tab)).toBeGreaterThan(5);
    for (const part of [0.5, 1, 0.25]) {
      await tab.evaluate((to) => scrollTo(0, document.body.scrollHeight * to), part);
      await expect.poll(() => marksInView(tab)).toBeGreaterThan(5);
    }
    expect(marksIn(await readRegistry(tab))).toBeLessThanOrEqual(200);
  });

  test('what moves into the window without being scrolled to is painted too', async (browser) => {
    await everyMention(browser);
    browser.server.serve(ADDRESS, page(paragraphs(3000)));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await tab.evaluate(() => {
      for (const paragraph of [...document.querySelectorAll('p')].slice(0, 2000))
        paragraph.remove();
    });
    await expect.poll(() => marksInView(tab)).toBeGreaterThan(5);
  });

  test('the page gets its turn again and again while a long page is read', async (browser) => {
    await everyMention(browser);
    const watch = `<script>
      const sizes = [];
      window.sizes = sizes;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        let size = 0;
        for (const [, highlight] of CSS.highlights) size += highlight.size;
        sizes.push(size);
        if (sizes.length < 200000) port2.postMessage(0);
      };
      port2.postMessage(0);
    </script>`;
    // Few names, so that all are painted: some at once, the rest when all has been read.
    const plain = paragraphs(1500, 400).replaceAll('浙里办上线', '大家都来办');
    browser.server.serve(ADDRESS, page(watch + paragraphs(13) + plain + paragraphs(13)));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (now) => marksIn(now) === 26);
    const sizes = await tab.evaluate(() => Reflect.get(window, 'sizes') as number[]);
    const between = sizes.filter((size) => size > 0 && size < 26);
    expect(between.length).toBeGreaterThan(3);
  });

  test('nothing is added to the page, and nothing in it changed', async (browser) => {
    await everyMention(browser);
    const body = paragraphs(20);
    browser.server.serve(ADDRESS, page(body));
    const elsewhere = browser.server.serve('http://www.example.org/weight.html', page(body));
    const untouched = await browser.open(elsewhere);
    const markup = () => document.documentElement.outerHTML;
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (now) => marksIn(now) === 20);
    expect(await tab.evaluate(markup)).toBe(await untouched.evaluate(markup));
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
});
