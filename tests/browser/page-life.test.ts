import { expect } from 'vitest';
import type { PageCalls } from '@/lib/messages/protocol';
import { HOST, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import { pointAt } from './place';
import { hasMarks, MARK_NAMES, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/life.html';
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>页面</title>${body}`;
const platforms = (...names: string[]) => ({
  is: (registry: Record<string, string[]>) =>
    JSON.stringify(registry['govgloss-platform'] ?? []) === JSON.stringify(names),
});

/** The outer markup of the whole page: what must never differ for our being there. */
const markup = () => document.documentElement.outerHTML;

/** Counts, in a page of the extension, the calls that pages make to the background from now on. */
async function countCalls(browser: TestBrowser): Promise<() => Promise<string[]>> {
  await browser.inExtension((api) => {
    const calls: string[] = [];
    Reflect.set(globalThis, 'calls', calls);
    api.runtime.onMessage.addListener((message: { govgloss?: string }) => {
      if (message.govgloss) calls.push(message.govgloss);
    });
  });
  return () => browser.inExtension(() => Reflect.get(globalThis, 'calls') as string[]);
}

describeBrowsers('marking a page', (test) => {
  test('the page stays as it was, to the last character', async (browser) => {
    const address = 'http://www.zj.gov.cn/demo/simplified.html';
    const plain = await browser.open(address.replace('www.zj.gov.cn', 'www.example.org'));
    const unmarked = await plain.evaluate(markup);
    const tab = await browser.open(address);
    await waitForRegistry(tab);
    expect(await tab.evaluate(markup)).toBe(unmarked);
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test('a page without Chinese text asks nothing of anyone', async (browser) => {
    const calls = await countCalls(browser);
    const tab = await browser.open('http://www.zj.gov.cn/edge/no-han.html');
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    expect(await calls()).toEqual([]);
    await tab.evaluate(() => document.querySelector('p')?.append('浙里办'));
    await waitForRegistry(tab, platforms('浙里办').is);
  });

  test('text that comes late, changes or goes is kept up with', async (browser) => {
    browser.server.serve(ADDRESS, page('<p id="a">浙里办</p><div id="list"></div>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, platforms('浙里办').is);
    await tab.evaluate(() => {
      document
        .querySelector('#list')
        ?.insertAdjacentHTML('beforeend', '<p>闽政通</p><p>粤省事</p>');
    });
    await waitForRegistry(tab, platforms('浙里办', '闽政通', '粤省事').is);
    await tab.evaluate(() => {
      const text = document.querySelector('#a')?.firstChild as Text;
      text.data = '天府通办';
      document.querySelector('#list p')?.remove();
    });
    await waitForRegistry(tab, platforms('天府通办', '粤省事').is);
  });

  test('a name is found when its halves come together, and lost when they part', async (browser) => {
    browser.server.serve(ADDRESS, page('<p>用浙<br>里办</p><p>贵州</p>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await tab.evaluate(() => document.querySelector('br')?.remove());
    await waitForRegistry(tab, platforms('浙里办').is);
    await tab.evaluate(() => {
      const [first] = document.querySelectorAll('p');
      first?.childNodes[0]?.after(document.createElement('hr'));
    });
    await waitForRegistry(tab, platforms().is);
  });

  test('after a storm of changes the page is marked as it then stands', async (browser) => {
    browser.server.serve(ADDRESS, page('<p>贵州</p><div id="list"></div>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await tab.evaluate(() => {
      const list = document.querySelector('#list') as Element;
      for (let i = 0; i < 3000; i++) {
        const item = document.createElement('p');
        item.append(i === 2999 ? '最后是闽政通' : `第${i}条`);
        list.append(item);
        if (i < 2990) item.remove();
      }
    });
    await waitForRegistry(tab, platforms('闽政通').is);
  });

  test('marks that the page’s own scripts take away are put back', async (browser) => {
    browser.server.serve(ADDRESS, page('<p>浙里办</p>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    await tab.evaluate(() => {
      CSS.highlights.clear();
      CSS.highlights.set('govgloss-platform', new Highlight());
      CSS.highlights.set('theirs', new Highlight());
    });
    await tab.movePointer({ x: 300, y: 300 });
    await tab.evaluate(() => document.body.append(' '));
    await tab.click({ x: 300, y: 300 });
    await waitForRegistry(tab, platforms('浙里办').is);
    expect(await tab.evaluate(() => CSS.highlights.has('theirs'))).toBe(true);
  });

  test('frames are marked each for itself', async (browser) => {
    const tab = await browser.open('http://www.sc.gov.cn/edge/frames.html');
    await waitForRegistry(tab);
    for (const frame of await tab.frames()) await waitForRegistry(frame);
  });

  test('a frame counts as long as it is there, with what it shows', async (browser) => {
    const first = browser.server.serve('http://www.gd.gov.cn/1.html', page('<p>粤省事</p>'));
    const second = browser.server.serve('http://www.fj.gov.cn/2.html', page('<p>闽政通</p>'));
    browser.server.serve(
      ADDRESS,
      page(`<p>浙里办</p><iframe src="${first}"></iframe><iframe src="${second}"></iframe>`),
    );
    const tab = await browser.open(ADDRESS);
    const counted = () =>
      browser.inExtension(async (api, url) => {
        const [{ id: tabId } = {}] = await api.tabs.query({ url });
        return tabId === undefined ? null : api.action.getBadgeText({ tabId });
      }, ADDRESS);
    await expect.poll(counted, { timeout: 10_000 }).toBe('3');
    // A frame that goes has no time to wake a background that sleeps.
    await browser.killBackground();
    await tab.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(counted).toBe('2');
    await browser.killBackground();
    await tab.evaluate((address) => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = address;
    }, 'http://www.example.org/edge/no-han.html');
    await expect.poll(counted).toBe('1');
    const popup = await browser.openPopup();
    await expect
      .poll(() => popup.evaluate(() => document.body.innerText), { timeout: 10_000 })
      .toMatch(/浙里办|Zheliban/);
    expect(await popup.evaluate(() => document.body.innerText)).not.toMatch(/粤省事|闽政通/);
    await tab.evaluate((address) => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = address;
    }, second);
    await expect.poll(counted).toBe('2');
  });

  test('a site can be paused and taken up again, in the open page', async (browser) => {
    browser.server.serve(ADDRESS, page('<p>浙里办</p>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    const pause = (hosts: string[]) =>
      browser.inExtension(
        (api, pausedHosts) => api.storage.sync.set({ 'settings.pausedHosts': pausedHosts }),
        hosts,
      );
    await pause(['www.zj.gov.cn']);
    await waitForRegistry(tab, (now) => !hasMarks(now));
    await pause([]);
    await waitForRegistry(tab);
  });

  test('kinds, strength and first mentions change at once', async (browser) => {
    browser.server.serve(
      ADDRESS,
      page('<p>浙江的浙里办</p><p>浙江的浙里办</p><h2>第二节</h2><p>浙江的浙里办</p>'),
    );
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    const set = (items: Record<string, unknown>) =>
      browser.inExtension((api, change) => api.storage.sync.set(change), items);
    await set({ 'settings.firstOnly': true });
    await waitForRegistry(tab, platforms('浙里办', '浙里办').is);
    const kinds = { division: false, platform: true, policy: true, concept: true };
    await set({ 'settings.kinds': kinds });
    await waitForRegistry(tab, (now) => (now['govgloss-division'] ?? []).length === 0);
    await set({ 'settings.strength': 'clear' });
    await expect.poll(() => tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    await set({ 'settings.firstOnly': false, 'settings.strength': 'quiet' });
    await set({ 'settings.kinds': { ...kinds, division: true } });
    await waitForRegistry(tab, platforms('浙里办', '浙里办', '浙里办').is);
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test('an old script falls silent when the extension is reloaded; the new one takes over', async (browser) => {
    browser.server.serve(ADDRESS, page('<p>浙里办</p>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    const before = await tab.evaluate(markup);
    await browser.reloadExtension();
    await tab.evaluate(() => document.body.append('闽政通'));
    // Two scripts at work would mark each name twice.
    await waitForRegistry(tab, platforms('浙里办', '闽政通').is);
    expect(await tab.evaluate(markup)).toBe(before.replace('</body>', '闽政通</body>'));
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    expect(await tab.evaluate((host) => document.querySelectorAll(host).length, HOST)).toBe(1);
    await tab.press('Escape');
    await waitForNoCard(tab);
  });

  test('the popup’s question is answered with what the page names', async (browser) => {
    browser.server.serve(ADDRESS, page('<p>浙江的浙里办，浙里办</p>'));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    const answer = await browser.inExtension(async (api, url) => {
      const [found] = await api.tabs.query({ url });
      return api.tabs.sendMessage(found?.id ?? 0, { govgloss: 'getReport', input: null });
    }, ADDRESS);
    const { value } = answer as { value: PageCalls['getReport']['output'] };
    expect(value.hostDivision).toBe('CN-ZJ');
    expect(value.entities.map(({ id, count }) => [id, count])).toEqual([
      ['CN-ZJ/zheliban', 2],
      ['CN-ZJ', 1],
    ]);
    expect(MARK_NAMES).toContain(`govgloss-${value.entities[0]?.kind}`);
  });
});
