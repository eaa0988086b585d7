import { expect } from 'vitest';
import { clickInCard, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { poll } from './driver/poll';
import { keep } from './kept';
import { callPage } from './page-call';
import { pointAt } from './place';
import { readRegistry, waitForRegistry } from './registry';

const SITE = 'http://www.zj.gov.cn';
const ADDRESS = `${SITE}/case.html`;
const CASES = `${SITE}/cases`;
const page = (body: string, title = '页面') =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title>${body}`;
const all = (registry: Record<string, string[]>) => Object.values(registry).flat();

/** What a form, or a document with a picture, answers with to the name of a member of its own. */
const FIELDS =
  `parentNode parentElement firstChild nextSibling nodeType localName shadowRoot isConnected
  attributes getAttribute hasAttribute hasAttributes closest childNodes children textContent contains
  matches getRootNode removeAttribute setAttribute append previousSibling previousElementSibling
  getBoundingClientRect getClientRects checkVisibility scrollIntoView currentCSSZoom focus`.split(
    /\s+/,
  );
/** Not those that the test itself asks the document for. */
const PICTURES = 'title documentElement elementFromPoint designMode';

describeBrowsers('pages made by others', (test, name) => {
  test('fields and pictures that are named as members of nodes change nothing', async (browser) => {
    const fields = FIELDS.map((name) => `<input type="hidden" name="${name}">`).join('');
    const pictures = PICTURES.split(' ').map((name) => `<img alt="" name="${name}">`);
    const form = `<form>${fields}<p>粤省事</p><span>闽政通</span></form>`;
    browser.server.serve(
      ADDRESS,
      page(`<p>浙里办</p>${pictures.join('')}${form}<p>皖事通办平台</p>`),
    );
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (registry) => all(registry).length >= 4);
    await pointAt(tab, '粤省事');
    await waitForCard(tab, '粤省事');
    await clickInCard(tab, 'Keep this sentence');
    await waitForRegistry(tab, (registry) => 'govgloss-saved-yellow' in registry);
  });

  test('pages with such forms are read to their end', async (browser) => {
    const names = ['wf-parentNode', 'cl-next', 'cl-shadow'];
    const tabs = [];
    for (const name of names) tabs.push(await browser.open(`${CASES}/${name}.html`));
    for (const tab of tabs)
      await waitForRegistry(tab, (registry) => all(registry).includes('云上贵州'));
  });

  for (const name of ['fx-on', 'gradient'])
    test(`text that is not drawn by its colour is not touched, and opens its card: ${name}`, async (browser) => {
      const tab = await browser.open(`${CASES}/${name}.html`);
      await waitForRegistry(tab);
      const touched = await tab.evaluate(() => {
        const found: string[] = [];
        for (const [, highlight] of CSS.highlights)
          for (const { startContainer } of highlight) {
            const element = startContainer.parentElement as HTMLElement;
            const style = getComputedStyle(element);
            const isOther =
              style.webkitTextFillColor !== style.color ||
              Number.parseFloat(style.webkitTextStrokeWidth) > 0 ||
              style.backgroundClip === 'text' ||
              /wavy|3px/.test(element.style.textDecoration);
            if (isOther) found.push(element.outerHTML);
          }
        return found;
      });
      expect(touched).toEqual([]);
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
    });

  test('a name is tinted where no line can stand; in forced colours only what was kept is painted, not quite as selected text is', async (browser) => {
    const row = '<p style="font-size:14px;line-height:14px">用粤省事</p>';
    const link = '<p>见<a href="#">闽政通</a></p>';
    const body = page(`${row}${link}<p>用浙里办</p><p>广东省推出新的办法。</p>`);
    const address = browser.server.serve(`${SITE}/forced.html`, body);
    const pageKey = 'zj.gov.cn/forced.html';
    const prefix = '用粤省事见闽政通用浙里办';
    await keep(browser, [
      { pageKey, prefix, exact: '广东省', suffix: '推出新的办法。', colour: 'green' },
      { pageKey, prefix, exact: '广东省推出新的办法', suffix: '。', colour: 'yellow' },
    ]);
    const kept = {
      'govgloss-saved-green': ['广东省'],
      'govgloss-saved-yellow': ['广东省推出新的办法'],
      'govgloss-inner-green': ['广东省'],
    };
    const tab = await browser.open(address);
    const marks = await waitForRegistry(tab, (now) => all(now).length === 7);
    expect(marks).toEqual({
      'govgloss-tint': ['粤省事', '闽政通'],
      'govgloss-platform': ['浙里办'],
      'govgloss-division': ['广东省'],
      ...kept,
    });
    await browser.setMedia({ forcedColours: true });
    expect(await waitForRegistry(tab, (now) => all(now).length === 3)).toEqual(kept);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    // Firefox does not tell how a highlight is styled.
    if (name === 'chromium') {
      const line = await tab.evaluate(() => {
        const style = getComputedStyle(document.body, '::highlight(govgloss-saved-yellow)');
        return style.textDecorationStyle;
      });
      expect(line).toBe('dotted');
    }
    await browser.setMedia({ forcedColours: false });
    await waitForRegistry(tab, (now) => all(now).includes('浙里办'));
  });

  test('a document that is written anew is marked, pointed at and kept as any', async (browser) => {
    const tab = await browser.open(`${CASES}/docwrite-marked.html`);
    await waitForRegistry(tab, (registry) => all(registry).includes('天府通办'));
    await pointAt(tab, '天府通办');
    await waitForCard(tab, '天府通办');
  });

  test('a document that is being written in is left alone', async (browser) => {
    const tab = await browser.open(`${CASES}/designmode.html`);
    await tab.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      const { body } = frame.contentDocument as Document;
      body.innerHTML = '<p>浙江省推出“浙里办”。</p>';
    });
    // What is written after it, in the page itself, is marked; by then the frame has been read, too.
    await tab.evaluate(() => document.body.append('“粤省事”在广东省。'));
    await waitForRegistry(tab, (registry) => all(registry).includes('粤省事'));
    const inFrame = await tab.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      const { CSS: css } = frame.contentWindow as Window & typeof globalThis;
      return [...css.highlights.keys()];
    });
    expect(inFrame).toEqual([]);
  });

  test('the way to the next mention leads to what is shown, to what is hidden last, and opens it', async (browser) => {
    const details = '<details><summary>附件</summary><p id="in">浙里办</p></details>';
    const hidden = '<div style="display:none">浙里办</div>';
    browser.server.serve(ADDRESS, page(`${hidden}${details}<p>浙里办</p><p>粤省事</p>`));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (registry) => all(registry).includes('粤省事'));
    const went = [];
    for (const nth of [0, 1, 2])
      went.push(await callPage(browser, tab, 'goToMention', { id: 'CN-ZJ/zheliban', nth }));
    expect(went.map(({ isShown }) => isShown)).toEqual([true, false, true]);
    expect(await tab.evaluate(() => document.querySelector('details')?.open)).toBe(true);
  });

  test('menus and footers are counted, neither marked nor pointed at, also when they come late', async (browser) => {
    const links = (...names: string[]) =>
      names.map((name) => `<li><a href="#">${name}</a></li>`).join('');
    const article = `<h1>关于推进政务服务平台建设情况的报道</h1><p>${'近年来，各地各部门推进政务服务改革，群众办事更加方便。'.repeat(6)}</p><p id="text">其中，“粤省事”是广东省的平台，注册用户多，服务事项全。</p>`;
    const menu = `<div class="x1"><ul>${links('北京', '天津', '河北', '山西', '辽宁')}</ul></div>`;
    const title = '关于推进政务服务平台建设情况的报道_某某新闻';
    browser.server.serve(ADDRESS, page(`${menu}${article}<div id="late"></div>`, title));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (registry) => all(registry).includes('粤省事'));
    await tab.evaluate(() => {
      const late = document.querySelector('#late') as HTMLElement;
      for (const name of ['福建', '江西', '山东', '河南'])
        late.insertAdjacentHTML('beforeend', `<a href="#">${name}</a> `);
      document.querySelector('#text')?.after('上海市的平台是“随申办”，江苏省的是“苏服办”。');
    });
    const registry = await waitForRegistry(tab, (now) => all(now).includes('上海市'));
    expect(all(registry).filter((name) => /北京|天津|福建|江西/.test(name))).toEqual([]);
    await pointAt(tab, '天津');
    await pointAt(tab, '粤省事');
    await waitForCard(tab, '粤省事');
    const { entities } = await callPage(browser, tab, 'getReport', null);
    const aside = entities.filter((each) => each.aside > 0).map(({ id }) => id);
    expect(aside.toSorted()).toEqual(
      ['CN-BJ', 'CN-TJ', 'CN-HE', 'CN-SX', 'CN-LN', 'CN-FJ', 'CN-JX', 'CN-SD', 'CN-HA'].toSorted(),
    );
  });

  test('later mentions open their card, and are painted while it is there', async (browser) => {
    // What is cut off under the last line shown, or beside the slide shown, is not the first one sees.
    const cut = `<div style="height:28px;overflow:hidden;width:200px"><p>简介</p><p>粤省事</p></div>
      <div style="overflow:hidden;width:200px"><p style="margin-left:-200px">闽政通</p></div>`;
    const shown = '<p id="a">粤省事好，闽政通也好。</p><p id="b">再说粤省事。</p>';
    browser.server.serve(ADDRESS, page(cut + shown));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab, (now) => all(now).length >= 4);
    const painted = await tab.evaluate(() =>
      ['a', 'b'].map((id) => {
        const text = document.getElementById(id)?.firstChild;
        const marks = CSS.highlights.get('govgloss-platform') ?? [];
        return [...marks].filter(({ startContainer }) => startContainer === text).length;
      }),
    );
    expect(painted).toEqual([2, 0]);
    await pointAt(tab, '粤省事', 2);
    await waitForCard(tab, '粤省事');
    const pointed = await poll(
      'the mark',
      async () => (await readRegistry(tab))['govgloss-pointed'] ?? null,
    );
    expect(pointed).toEqual(['粤省事']);
    await tab.press('Escape');
    await waitForNoCard(tab);
  });
});
