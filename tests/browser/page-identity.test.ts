import { expect } from 'vitest';
import type { PageCalls } from '@/lib/messages/protocol';
import { cardText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { pointAt } from './place';
import { hasMarks, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/identity.html';
const TEXT = '<p>浙江省推出“浙里办”，广东省推出“粤省事”。</p><p>浙江省的“浙里办”。</p>';
const platforms =
  (...names: string[]) =>
  (registry: Record<string, string[]>) =>
    JSON.stringify(registry['govgloss-platform'] ?? []) === JSON.stringify(names);

/** A page on which `tick` runs ten times a second, and counts. */
const ticking = (body: string, tick: string) =>
  `<!doctype html><meta charset="utf-8"><title>页面</title>${body}
  <script>window.ticks = 0; setInterval(() => { ${tick}; window.ticks++; }, 100)</script>`;

const set = (browser: TestBrowser, items: Record<string, unknown>) =>
  browser.inExtension((api, change) => api.storage.sync.set(change), items);

/** Counts, from now on, how often the page loses our card. */
async function watchClosing(tab: TestTab): Promise<() => Promise<number>> {
  await tab.evaluate(() => {
    Reflect.set(window, 'closings', 0);
    new MutationObserver((records) => {
      const gone = records.flatMap(({ removedNodes }) => [...removedNodes]);
      const cards = gone.filter((node) => node instanceof HTMLElement && node.popover === 'manual');
      Reflect.set(window, 'closings', Reflect.get(window, 'closings') + cards.length);
    }).observe(document, { subtree: true, childList: true });
  });
  return () => tab.evaluate(() => Reflect.get(window, 'closings') as number);
}

/** Waits until the page has changed so many times more, and what changed has been read. */
async function letTick(tab: TestTab, times: number): Promise<void> {
  const ticks = () => tab.evaluate(() => Reflect.get(window, 'ticks') as number);
  const until = (await ticks()) + times;
  await expect.poll(ticks).toBeGreaterThanOrEqual(until);
}

/** What the popup is told of the page. */
async function report(browser: TestBrowser): Promise<PageCalls['getReport']['output']> {
  const answer = await browser.inExtension(async (api, url) => {
    const [found] = await api.tabs.query({ url });
    return api.tabs.sendMessage(found?.id ?? 0, { govgloss: 'getReport', input: null });
  }, ADDRESS);
  return (answer as { value: PageCalls['getReport']['output'] }).value;
}

/** Entities and their counts. */
async function counts(browser: TestBrowser): Promise<Record<string, number>> {
  const { entities } = await report(browser);
  return Object.fromEntries(entities.map(({ id, count }) => [id, count]));
}

const CHANGES: [string, string, string][] = [
  [
    'a clock ticks elsewhere',
    `<p id="clock">-</p>${TEXT}`,
    "document.querySelector('#clock').textContent = new Date().toISOString()",
  ],
  [
    'a clock ticks in the same line',
    `<p>今天是<span id="clock">-</span>欢迎访问浙江省，“浙里办”</p>`,
    "document.querySelector('#clock').textContent = 10 + window.ticks % 80",
  ],
  [
    'the page draws the same text anew',
    `<div id="app">${TEXT}</div>`,
    `document.querySelector('#app').innerHTML = ${JSON.stringify(TEXT)}`,
  ],
  [
    'names come and go beneath it',
    `${TEXT}<div id="news"></div>`,
    "document.querySelector('#news').textContent = ['闽政通', '无'][window.ticks % 2]",
  ],
  [
    'the page puts its whole body in place again',
    TEXT,
    'const body = document.body.cloneNode(true); document.body.replaceWith(body)',
  ],
];

describeBrowsers('a mark stays the same mark', (test) => {
  for (const firstOnly of [false, true]) {
    const each = firstOnly ? 'each first mention' : 'each mention';
    for (const [what, body, tick] of CHANGES) {
      test(`with its card, while ${what}: ${each} is marked`, async (browser) => {
        await set(browser, { 'settings.firstOnly': firstOnly });
        browser.server.serve(ADDRESS, ticking(body, tick));
        const tab = await browser.open(ADDRESS);
        await expect.poll(async () => (await report(browser)).entities).not.toEqual([]);
        await expect.poll(async () => (await report(browser)).state).toBe('ready');
        await pointAt(tab, '浙里办');
        await waitForCard(tab, '浙里办');
        const closings = await watchClosing(tab);
        await letTick(tab, 10);
        expect(await closings()).toBe(0);
        expect(await cardText(tab)).toContain('浙里办');
        await set(browser, { 'settings.firstOnly': false });
      });
    }
  }

  test('when what is wanted changes: its range, its ring and its card stay', async (browser) => {
    browser.server.serve(ADDRESS, ticking(`${TEXT}<p>放管服改革</p>`, ''));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await tab.evaluate(() => {
      const marks = CSS.highlights.get('govgloss-platform') ?? [];
      Reflect.set(window, 'before', [...marks]);
    });
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    const closings = await watchClosing(tab);
    const kinds = { division: true, platform: true, policy: true, concept: true };
    await set(browser, { 'settings.kinds': { ...kinds, division: false } });
    await waitForRegistry(tab, (now) => (now['govgloss-division'] ?? []).length === 0);
    await set(browser, { 'settings.kinds': kinds });
    await waitForRegistry(tab, (now) => (now['govgloss-division'] ?? []).length === 3);
    expect(
      await tab.evaluate(() => {
        const before: AbstractRange[] = Reflect.get(window, 'before');
        const now = new Set(CSS.highlights.get('govgloss-platform') ?? []);
        return before.length === now.size && before.every((range) => now.has(range));
      }),
    ).toBe(true);
    expect(await closings()).toBe(0);
    // What is not wanted any more goes, and its card with it.
    await set(browser, { 'settings.kinds': { ...kinds, platform: false } });
    await waitForNoCard(tab);
    await set(browser, { 'settings.kinds': kinds });
  });

  test('as long as its words are there: with them its card goes', async (browser) => {
    browser.server.serve(ADDRESS, ticking(`<p id="a">“浙里办”</p><p>粤省事</p>`, ''));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await tab.evaluate(() => {
      const text = document.querySelector('#a')?.firstChild as Text;
      text.data = '“天府通办”';
    });
    await waitForNoCard(tab);
    await waitForRegistry(tab, platforms('天府通办', '粤省事'));
  });

  test('first mentions are those of the page as it now stands', async (browser) => {
    await set(browser, { 'settings.firstOnly': true });
    browser.server.serve(ADDRESS, ticking('<p id="a">无</p><p id="b">浙里办</p>', ''));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, platforms('浙里办'));
    const marked = () =>
      tab.evaluate(() =>
        [...(CSS.highlights.get('govgloss-platform') ?? [])].map(
          ({ startContainer }) => startContainer.parentElement?.id,
        ),
      );
    const change = (markup: string) =>
      tab.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', html), markup);
    await change('<p id="c">浙里办</p>');
    await expect.poll(marked).toEqual(['c']);
    await change('<p id="d">浙里办</p><h2>第二节</h2>');
    await expect.poll(async () => (await marked()).toSorted()).toEqual(['c', 'd']);
    await tab.evaluate(() => document.querySelector('h2')?.remove());
    await expect.poll(marked).toEqual(['d']);
    // The same words, moved: nothing came, nothing went, and yet another one is the first.
    await tab.evaluate(() => document.body.append(document.querySelector('#d') as Element));
    await expect.poll(marked).toEqual(['c']);
    await set(browser, { 'settings.firstOnly': false });
  });
});

describeBrowsers('reading never ends', (test) => {
  test('a body in place of the body is read, and read again when it is put back', async (browser) => {
    browser.server.serve(ADDRESS, ticking('<p>浙里办</p>', ''));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, platforms('浙里办'));
    await tab.evaluate(() => {
      Reflect.set(window, 'first', document.body);
      document.body.remove();
    });
    await waitForRegistry(tab, platforms());
    await tab.evaluate(() => {
      const body = document.createElement('body');
      body.append('闽政通');
      document.documentElement.append(body);
      for (let i = 0; i < 3000; i++) body.append(document.createElement('hr'));
    });
    await waitForRegistry(tab, platforms('闽政通'));
    await tab.evaluate(() => document.body.replaceWith(Reflect.get(window, 'first')));
    await waitForRegistry(tab, platforms('浙里办'));
  });

  test('where the page has named a field as what is asked of it, all else is read', async (browser) => {
    const fields = ['localName', 'hasAttributes', 'getAttribute', 'shadowRoot'].map(
      (name) => `<form><input name="${name}"><p>粤省事</p></form>`,
    );
    browser.server.serve(ADDRESS, ticking(`<p>浙里办</p>${fields.join('')}<p>闽政通</p>`, ''));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (now) => now['govgloss-platform']?.includes('闽政通') ?? false);
    await tab.evaluate(() => document.body.append('天府通办'));
    await waitForRegistry(tab, (now) => now['govgloss-platform']?.includes('天府通办') ?? false);
    // Each was told of; none ended anything.
    await browser.takeErrors();
  });

  test('a shadow tree that left is let go with its counts, and read again when it is back', async (browser) => {
    browser.server.serve(ADDRESS, ticking('<p>浙里办</p><x-box></x-box>', ''));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, platforms('浙里办'));
    await tab.evaluate(() => {
      const host = document.querySelector('x-box') as Element;
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<p>粤省事</p><section><template shadowrootmode="open"></template></section>';
      const inner = host.shadowRoot?.querySelector('section') as Element;
      inner.attachShadow({ mode: 'open' }).innerHTML = '<p>闽政通</p>';
      Reflect.set(window, 'host', host);
      document.body.append('。');
    });
    await tab.click({ x: 300, y: 300 });
    await waitForRegistry(tab, (now) => now['govgloss-platform']?.length === 3);
    const sheets = () =>
      tab.evaluate(
        () => (Reflect.get(window, 'host') as Element).shadowRoot?.adoptedStyleSheets.length,
      );
    const worn = await sheets();
    await tab.evaluate(() => document.querySelector('x-box')?.remove());
    await waitForRegistry(tab, platforms('浙里办'));
    await expect.poll(() => counts(browser)).toEqual({ 'CN-ZJ/zheliban': 1 });
    expect(await sheets()).toBe(0);
    await tab.evaluate(() => {
      const host: Element = Reflect.get(window, 'host');
      document.body.append(host);
      host.shadowRoot?.querySelector('p')?.append('与天府通办');
    });
    await waitForRegistry(tab, (now) => now['govgloss-platform']?.length === 4);
    expect(await sheets()).toBe(worn);
    expect(hasMarks(await waitForRegistry(tab))).toBe(true);
  });
});
