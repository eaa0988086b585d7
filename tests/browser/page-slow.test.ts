import { expect } from 'vitest';
import { viewText } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { hasMarks, readRegistry, waitForRegistry } from './registry';

const PATIENT = { timeout: 10_000 };
const KEEP = 'keep-highlight';
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>一页</title>${body}`;

const select = (tab: TestTab) =>
  expect
    .poll(
      () =>
        tab.evaluate(() => {
          const element = document.querySelector('#p');
          if (element) getSelection()?.selectAllChildren(element);
          return element !== null;
        }),
      PATIENT,
    )
    .toBe(true);

/** Opens a page whose text is there long before it has loaded; `load` lets it load to its end. */
async function openSlowly(browser: TestBrowser, host: string, name: string) {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  browser.server.serve(`http://${host}/${name}.js`, { body: '', until });
  const text = '<p>前一段。</p><p id="p">浙里办很好。</p><p>闽政通。</p>';
  const address = browser.server.serve(
    `http://${host}/${name}.html`,
    page(`${text}<script src="/${name}.js"></script>`),
  );
  const tab = await browser.open('http://www.example.org/edge/no-han.html');
  const going = tab.goto(address);
  await select(tab);
  return {
    tab,
    load: async () => {
      release();
      await going;
    },
  };
}

const isPaintedYellow = (now: Record<string, string[]>) =>
  (now['govgloss-saved-yellow'] ?? []).includes('浙里办很好。');

describeBrowsers('“keep” before the page listens', (test) => {
  test('keeps once the page has loaded; marks come, and what is said of them is true', async (browser) => {
    const { tab, load } = await openSlowly(browser, 'www.zj.gov.cn', 'slow');
    await browser.chooseInMenu(KEEP);
    await load();
    await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('Kept on this machine.');
    expect(await viewText(tab, 'notice')).not.toContain('not being marked');
    const shown = await waitForRegistry(tab, (now) => hasMarks(now) && isPaintedYellow(now));
    expect(shown['govgloss-platform']).toEqual(['浙里办', '闽政通']);
    // It goes on being marked.
    await tab.evaluate(() => document.body.append('粤省事'));
    await waitForRegistry(tab, (now) => (now['govgloss-platform'] ?? []).includes('粤省事'));
  });

  test('twice in a row keeps once', async (browser) => {
    const { tab, load } = await openSlowly(browser, 'www.zj.gov.cn', 'twice');
    await browser.chooseInMenu(KEEP);
    await browser.chooseInMenu(KEEP);
    await load();
    const shown = await waitForRegistry(tab, (now) => hasMarks(now) && isPaintedYellow(now));
    expect(shown['govgloss-saved-yellow']).toHaveLength(1);
  });

  test('of a site that is not read keeps, and leaves that page alone', async (browser) => {
    const { tab, load } = await openSlowly(browser, 'news.example.org', 'slow-elsewhere');
    await browser.chooseInMenu(KEEP);
    await load();
    await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('not being marked');
    await tab.evaluate(() => document.body.append('粤省事'));
    expect(hasMarks(await readRegistry(tab))).toBe(false);
  });

  test('right after opening, on a page that takes long to read, keeps what is far down', async (browser) => {
    const text = Array.from({ length: 4000 }, (_, i) => `<p>第${i}段，办事更加方便。</p>`);
    const address = browser.server.serve(
      'http://www.zj.gov.cn/long.html',
      page(`${text.join('')}<p id="p">浙里办很好。</p>`),
    );
    const tab = await browser.open('http://www.example.org/edge/no-han.html');
    await tab.goto(address);
    await select(tab);
    await browser.chooseInMenu(KEEP);
    await expect.poll(() => viewText(tab, 'notice'), PATIENT).toContain('Kept on this machine.');
    expect(await viewText(tab, 'notice')).not.toContain('not being marked');
  });
});
