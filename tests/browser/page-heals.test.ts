import { expect } from 'vitest';
import { HOST, waitForCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { pointAt } from './place';
import { hasMarks, type Registry, readRegistry, waitForRegistry } from './registry';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>页面</title>${body}`;
const serve = (browser: TestBrowser, name: string, body = '<p>浙里办</p>') =>
  browser.server.serve(`http://www.zj.gov.cn/heals-${name}.html`, page(body));

/** What a quiet page of the extension does until it is mended. */
interface Fault {
  answers: number;
  end(): void;
}

/**
 * A quiet page of the extension answers a call before a background that sleeps can. Is mended in the
 * end, whatever comes of it.
 */
async function whileAnswering(
  browser: TestBrowser,
  call: string,
  answer: unknown,
  run: (answers: () => Promise<number>, mend: () => Promise<void>) => Promise<unknown>,
): Promise<void> {
  await browser.inExtension(
    (api, [name, given]) => {
      const fault: Fault = {
        answers: 0,
        end: () => api.runtime.onMessage.removeListener(listener as never),
      };
      const listener = (message: { govgloss?: string }) => {
        if (message.govgloss !== name) return undefined;
        fault.answers++;
        return Promise.resolve(given);
      };
      api.runtime.onMessage.addListener(listener as never);
      Reflect.set(globalThis, 'fault', fault);
    },
    [call, answer] as const,
  );
  await browser.killBackground();
  const mend = () => browser.inExtension(() => (Reflect.get(globalThis, 'fault') as Fault).end());
  try {
    await run(
      () => browser.inExtension(() => (Reflect.get(globalThis, 'fault') as Fault).answers),
      mend,
    );
  } finally {
    await mend();
  }
}

/** Keeps everybody else from reading the library, until the quiet page's fault is mended. */
const holdLibrary = (browser: TestBrowser) =>
  browser.inExtension(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('govgloss');
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const store = opening.result.transaction(names, 'readwrite').objectStore(names[0] ?? '');
          let isHeld = true;
          const hold = () => {
            if (isHeld) store.count().onsuccess = hold;
            else opening.result.close();
          };
          hold();
          const fault = Reflect.get(globalThis, 'fault') as Fault;
          const { end } = fault;
          fault.end = () => {
            isHeld = false;
            end();
          };
          resolve();
        };
      }),
  );

const FAILED = { ok: false, error: { code: 'internal', detail: 'a test' } };

const report = async (browser: TestBrowser, url: string) => {
  const answer = await browser.inExtension(async (api, address) => {
    const [found] = await api.tabs.query({ url: address });
    return api.tabs.sendMessage(found?.id ?? 0, { govgloss: 'getReport', input: null });
  }, url);
  return (answer as { value: { state: string } }).value.state;
};

describeBrowsers('a question that fails', (test) => {
  test('for the names: the page says so, and is marked once they can be had', async (browser) => {
    await waitForRegistry(await browser.open(serve(browser, 'before')), hasMarks);
    const address = serve(browser, 'names');
    await whileAnswering(browser, 'findNames', FAILED, async (_, mend) => {
      await holdLibrary(browser);
      await browser.killBackground();
      const tab = await browser.open(address);
      await expect.poll(() => report(browser, address)).toBe('failed');
      expect(hasMarks(await readRegistry(tab))).toBe(false);
      await mend();
      await tab.press('a');
      await waitForRegistry(tab, hasMarks);
      expect(await report(browser, address)).toBe('ready');
    });
  });

  test('for the interface’s words: the card opens the next time the reader points', async (browser) => {
    const tab = await browser.open(serve(browser, 'words'));
    await waitForRegistry(tab, hasMarks);
    await whileAnswering(browser, 'getStrings', FAILED, async (answers, mend) => {
      await pointAt(tab, '浙里办');
      await expect.poll(answers).toBeGreaterThan(0);
      await mend();
      await tab.movePointer({ x: 600, y: 500 });
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
    });
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

describeBrowsers('a page on which nobody of us is left', (test) => {
  test('is taken up again when the popup opens', async (browser) => {
    const address = serve(browser, 'left');
    const tab = await browser.open(address);
    await waitForRegistry(tab, hasMarks);
    const isLeft = async () => {
      await browser.killBackground();
      await browser.inExtension(async (api, url) => {
        const [found] = await api.tabs.query({ url });
        const message = { govgloss: 'accessTaken', input: null };
        // Nobody is there to hear it the second time.
        await api.tabs.sendMessage(found?.id ?? 0, message).catch(() => null);
      }, address);
      return !hasMarks(await readRegistry(tab));
    };
    // As after an update of the extension while the browser kept the page for the way back.
    await whileAnswering(browser, 'mayRead', { ok: true, value: false }, () =>
      expect.poll(isLeft).toBe(true),
    );
    const popup = await browser.openPopup();
    await waitForRegistry(tab, hasMarks);
    await expect
      .poll(() => popup.evaluate(() => document.body.innerText))
      .toMatch(/浙里办|Zheliban/);
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
    const marked = ({ 'govgloss-platform': found = [] }: Registry) =>
      JSON.stringify(found) === '["浙里办","闽政通"]';
    await waitForRegistry(tab, marked);
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
    expect(await tab.evaluate((host) => document.querySelectorAll(host).length, HOST)).toBe(1);
  });
});
