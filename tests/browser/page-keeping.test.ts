import { expect } from 'vitest';
import { clickInCard, HOST, viewText, waitForCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { poll } from './driver/poll';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { keptOn } from './kept';
import { clickInNote, waitForNote } from './note';
import { boxOfText, centreOf, pointAt, selectText } from './place';
import { type Registry, waitForRegistry } from './registry';

const addressOf = (name: string) => `http://www.zj.gov.cn/keeping/${name}.html`;
const PAGE = `<!doctype html><meta charset="utf-8"><title>摘录</title>
  <style>body { margin: 40px; width: 640px; font: 18px/2 serif }</style>
  <p>浙江推出“浙里办”，<b>注册用户</b>超过两千万。广东推出“粤省事”。</p>
  <p>第二段说<sup style="user-select: none">[1]</sup>福建的“闽政通”，用<code>curl</code>取。<span hidden>分享到微信</span></p><table><tr><td>甲格</td><td>乙格</td></tr></table>`;

const kept =
  (colour: string, ...texts: string[]) =>
  (now: Registry) =>
    JSON.stringify(now[`govgloss-saved-${colour}`] ?? []) === JSON.stringify(texts);

describeBrowsers('keeping passages', (test) => {
  /** Each test has a page, and so highlights, of its own. */
  const open = async (browser: TestBrowser, name: string) => {
    const address = addressOf(name);
    browser.server.serve(address, PAGE);
    const tab = await browser.open(address);
    await waitForRegistry(tab);
    return tab;
  };

  test('what is selected is kept with one press and is there after a reload', async (browser) => {
    const tab = await open(browser, 'once');
    const before = await tab.evaluate(() => document.body.outerHTML);
    await selectText(tab, '注册用户超过');
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in green');
    await waitForRegistry(tab, kept('green', '注册用户超过'));
    expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
    await tab.reload();
    await waitForRegistry(tab, kept('green', '注册用户超过'));
  });

  test('the path kept with a passage leads to it', async (browser) => {
    const tab = await open(browser, 'path');
    await selectText(tab, '注册用户超过');
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in green');
    await waitForRegistry(tab, kept('green', '注册用户超过'));
    const [highlight] = await keptOn(browser, 'zj.gov.cn/keeping/path.html');
    const ends = await tab.evaluate((range) => {
      const text = (path: string) =>
        document.evaluate(path, document, null, XPathResult.STRING_TYPE, null).stringValue;
      return [
        text(range?.startSelector.value ?? '').slice(
          range?.startOffset,
          (range?.startOffset ?? 0) + 4,
        ),
        text(range?.endSelector.value ?? '').slice((range?.endOffset ?? 0) - 2, range?.endOffset),
      ];
    }, highlight?.selectors.range);
    expect(ends).toEqual(['注册用户', '超过']);
  });

  test('the toolbar stands beside the selection, never over it', async (browser) => {
    const tab = await open(browser, 'beside');
    await selectFrom(tab, '第二段说', '闽政通');
    await waitForToolbar(tab);
    const text = await boxOfText(tab, '第二段说');
    const bar = await tab.evaluate((host) => {
      const { y, height } = document.querySelector(host)?.getBoundingClientRect() ?? new DOMRect();
      return { y, height };
    }, HOST);
    expect(bar.height).toBeGreaterThan(0);
    expect(bar.y >= text.y + text.height || bar.y + bar.height <= text.y).toBe(true);
    await tab.click({ x: 900, y: 500 });
    await expect.poll(() => tab.evaluate((host) => document.querySelector(host), HOST)).toBeNull();
  });

  test('a passage over several blocks and cells is one highlight, of what is seen selected', async (browser) => {
    const tab = await open(browser, 'blocks');
    await selectFrom(tab, '粤省事', '甲格');
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in blue');
    const all = ['粤省事”。', '第二段说', '福建的“闽政通”，用', 'curl', '取。', '甲格'];
    await waitForRegistry(tab, kept('blue', ...all));
    const [highlight] = await keptOn(browser, 'zj.gov.cn/keeping/blocks.html');
    expect(highlight?.selectors.quote.exact).toBe(
      '粤省事”。\n第二段说福建的“闽政通”，用curl取。\n甲格',
    );
    await tab.reload();
    const line = ['第二段说[1]福建的“闽政通”，用', 'curl', '取。'];
    const found = ['粤省事”。', ...line, '分享到微信', '甲格'];
    await waitForRegistry(tab, kept('blue', ...found));
    await selectFrom(tab, '粤省事', '甲格');
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in green');
    await expect.poll(() => viewText(tab, 'notice')).toContain('in your library already');
    expect(await keptOn(browser, 'zj.gov.cn/keeping/blocks.html')).toHaveLength(1);
  });

  test('a press on a kept passage edits it; deleting can be undone', async (browser) => {
    const tab = await open(browser, 'edit');
    await selectText(tab, '两千万');
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in yellow');
    await waitForRegistry(tab, kept('yellow', '两千万'));
    const press = async () => {
      await tab.click(centreOf(await boxOfText(tab, '两千万')));
      await waitForNote(browser, tab);
    };
    await press();
    await clickInNote(browser, tab, 'Pink');
    await clickInNote(browser, tab, 'Save');
    await waitForRegistry(tab, kept('pink', '两千万'));
    await press();
    await clickInNote(browser, tab, 'Delete the highlight');
    await waitForRegistry(tab, kept('pink'));
    await clickInCard(tab, 'Undo');
    await waitForRegistry(tab, kept('pink', '两千万'));
  });

  test('the card keeps the sentence around a mention', async (browser) => {
    const tab = await open(browser, 'sentence');
    await pointAt(tab, '粤省事');
    await waitForCard(tab, '粤省事');
    await clickInCard(tab, 'Keep this sentence');
    await waitForRegistry(tab, kept('yellow', '广东推出“粤省事”。'));
  });

  test('a passage is found again when it comes late, and when words around it changed', async (browser) => {
    const tab = await open(browser, 'late');
    await selectText(tab, '注册用户超过两千万');
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in yellow');
    await waitForRegistry(tab, kept('yellow', '注册用户超过两千万'));
    browser.server.serve(
      addressOf('late'),
      `<!doctype html><meta charset="utf-8"><p>要闻：浙江</p><script>
         setTimeout(() => document.body.insertAdjacentHTML('beforeend',
           '<h2>新加的标题</h2><p>后来，浙江省推出了“浙里办”，注册用户超过两千万。广东也有。</p>'), 900);
       </script>`,
    );
    await tab.reload();
    await waitForRegistry(tab, kept('yellow', '注册用户超过两千万'));
  });

  test('in a shadow root, too', async (browser) => {
    const address = addressOf('shadow');
    browser.server.serve(
      address,
      `<!doctype html><meta charset="utf-8"><p>浙江</p><x-news></x-news><script>
         document.querySelector('x-news').attachShadow({ mode: 'open' }).innerHTML =
           '<p style="font: 18px/2 serif">贵州的“云上贵州”上线。</p>';
       </script>`,
    );
    const tab = await browser.open(address);
    await waitForRegistry(tab, (now) => (now['govgloss-platform'] ?? []).length === 1);
    const line = await tab.evaluate(() => {
      const p = document.querySelector('x-news')?.shadowRoot?.querySelector('p');
      const { x, y, height } = p?.getBoundingClientRect() ?? new DOMRect();
      return { x, y: y + height / 2 };
    });
    await tab.drag({ x: line.x + 1, y: line.y }, { x: line.x + 100, y: line.y });
    await waitForToolbar(tab);
    await clickInCard(tab, 'Highlight in pink');
    const found = await waitForRegistry(
      tab,
      (now) => (now['govgloss-saved-pink'] ?? []).length === 1,
    );
    expect(found['govgloss-saved-pink']?.[0]).toMatch(/^贵州的“云/);
  });
});

/** Selects from the start of one text to the end of another, with the pointer. */
async function selectFrom(tab: TestTab, from: string, to: string): Promise<void> {
  const first = await boxOfText(tab, from);
  const last = await boxOfText(tab, to);
  const start = { x: first.x + 1, y: first.y + first.height / 2 };
  await tab.drag(start, { x: last.x + last.width - 1, y: last.y + last.height / 2 });
}

/** The toolbar has no text of its own until it is written into: it is known by its first colour. */
async function waitForToolbar(tab: TestTab): Promise<void> {
  await poll('the toolbar', async () => {
    const shown = await tab.inClosedRoots((root) => root.querySelector('.swatch') !== null, null);
    return shown.includes(true) ? true : null;
  });
}
