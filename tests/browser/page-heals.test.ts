import { expect } from 'vitest';
import { waitForCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { clickControl, pointAt } from './place';
import { hasMarks, readRegistry, waitForRegistry } from './registry';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>页面</title>${body}`;
const serve = (browser: TestBrowser, name: string, body = '<p>浙里办</p>') =>
  browser.server.serve(`http://www.zj.gov.cn/heals-${name}.html`, page(body));

/** A quiet page of the extension answers a call before the background, and says that it failed. */
async function failing(browser: TestBrowser, call: string): Promise<() => Promise<number>> {
  await browser.inExtension((api, name) => {
    const state = { failures: 0 };
    Reflect.set(globalThis, 'failing', state);
    const listener = (message: { govgloss?: string }) => {
      if (message.govgloss !== name) return undefined;
      state.failures++;
      return Promise.resolve({ ok: false, error: { code: 'internal', detail: 'a test' } });
    };
    Reflect.set(state, 'end', () => api.runtime.onMessage.removeListener(listener as never));
    api.runtime.onMessage.addListener(listener as never);
  }, call);
  // Asleep, it takes longer to answer than a page that is awake.
  await browser.killBackground();
  return () =>
    browser.inExtension(
      () => (Reflect.get(globalThis, 'failing') as { failures: number }).failures,
    );
}

const mend = (browser: TestBrowser) =>
  browser.inExtension(() => (Reflect.get(globalThis, 'failing') as { end(): void }).end());

const report = async (browser: TestBrowser, url: string) => {
  const answer = await browser.inExtension(async (api, address) => {
    const [found] = await api.tabs.query({ url: address });
    return api.tabs.sendMessage(found?.id ?? 0, { govgloss: 'getReport', input: null });
  }, url);
  return (answer as { value: { state: string } }).value.state;
};

describeBrowsers('a question that fails', (test) => {
  test('for the names: the page says so, and is marked once they can be had', async (browser) => {
    const address = serve(browser, 'names');
    const failures = await failing(browser, 'getGazetteer');
    const tab = await browser.open(address);
    await expect.poll(failures).toBeGreaterThan(0);
    await expect.poll(() => report(browser, address)).toBe('failed');
    expect(hasMarks(await readRegistry(tab))).toBe(false);
    await mend(browser);
    await tab.press('a');
    await waitForRegistry(tab, hasMarks);
    expect(await report(browser, address)).toBe('ready');
  });

  test('for the names: the popup says so, and has the page ask again', async (browser) => {
    const address = serve(browser, 'popup');
    const failures = await failing(browser, 'getGazetteer');
    const tab = await browser.open(address);
    await expect.poll(failures).toBeGreaterThan(0);
    const popup = await browser.openPopup();
    const shown = () => popup.evaluate(() => document.body.innerText);
    await expect.poll(shown).toContain('The names for this page could not be had');
    await mend(browser);
    await clickControl(popup, 'Try again');
    await waitForRegistry(tab, hasMarks);
    await expect.poll(shown).toMatch(/浙里办|Zheliban/);
  });

  test('for the interface’s words: what is not kept is said not to be', async (browser) => {
    const tab = await browser.open(serve(browser, 'unsaid'));
    await waitForRegistry(tab, hasMarks);
    await failing(browser, 'getStrings');
    await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await browser.chooseInMenu('keep-highlight');
    const said = async () => {
      const popup = await browser.findPopup();
      return popup?.evaluate(() => document.querySelector('.reader-notices')?.textContent);
    };
    await expect.poll(said).toContain('The selection was not kept');
    await mend(browser);
  });

  test('for the interface’s words: the card opens the next time the reader points', async (browser) => {
    const tab = await browser.open(serve(browser, 'words'));
    await waitForRegistry(tab, hasMarks);
    const failures = await failing(browser, 'getStrings');
    await pointAt(tab, '浙里办');
    await expect.poll(failures).toBeGreaterThan(0);
    await mend(browser);
    await tab.movePointer({ x: 600, y: 500 });
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
  });

  test('because the background died before it answered, at whatever moment', async (browser) => {
    const tabs: TestTab[] = [];
    for (const delay of [0, 2, 8, 32, 128]) {
      const tab = await browser.open('http://www.example.org/edge/no-han.html');
      const going = tab.goto(serve(browser, `killed-${delay}`));
      await new Promise((resolve) => setTimeout(resolve, delay));
      await browser.killBackground();
      await going;
      tabs.push(tab);
    }
    for (const tab of tabs) {
      await tab.activate();
      await waitForRegistry(tab, hasMarks);
    }
  });
});

describeBrowsers('a page cannot end us', (test) => {
  test('by saying that a newer script has started', async (browser) => {
    const tab = await browser.open(serve(browser, 'forged'));
    await waitForRegistry(tab, hasMarks);
    const id = await browser.inExtension((api) => api.runtime.id);
    await tab.evaluate((extension) => {
      const type = `${extension}:annotator:wxt:content-script-started`;
      const detail = { contentScriptName: 'annotator', messageId: 'forged' };
      for (let i = 0; i < 3; i++) document.dispatchEvent(new CustomEvent(type, { detail }));
      window.postMessage({ type, ...detail }, '*');
      document.body.append('闽政通');
    }, id);
    const now = await waitForRegistry(tab, (registry) => hasMarks(registry));
    expect(now['govgloss-platform']).toEqual(['浙里办', '闽政通']);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
  });

  test('nor hinder us by naming its elements as we name what is ours', async (browser) => {
    const names = ['govglossAnnotator', 'govglossViews', 'govglossVisit'];
    const elements = names.map((name) => `<a id="${name}"></a><form name="${name}"></form>`);
    const tab = await browser.open(serve(browser, 'named', `${elements.join('')}<p>浙里办</p>`));
    await waitForRegistry(tab, hasMarks);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
  });

  test('a reload of the extension after a forged word of it leaves one of us, not two', async (browser) => {
    const tab = await browser.open(serve(browser, 'reloaded'));
    await waitForRegistry(tab, hasMarks);
    const id = await browser.inExtension((api) => api.runtime.id);
    await tab.evaluate((extension) => {
      const detail = { contentScriptName: 'annotator', messageId: 'forged' };
      const type = `${extension}:annotator:wxt:content-script-started`;
      document.dispatchEvent(new CustomEvent(type, { detail }));
    }, id);
    await browser.reloadExtension();
    await tab.evaluate(() => document.body.append('闽政通'));
    const now = await waitForRegistry(
      tab,
      (registry) => (registry['govgloss-platform'] ?? []).length > 1,
    );
    expect(now['govgloss-platform']).toEqual(['浙里办', '闽政通']);
    await pointAt(tab, '浙里办');
    await waitForCard(tab);
    expect(await tab.evaluate(() => document.querySelectorAll('govgloss-card').length)).toBe(1);
  });
});
