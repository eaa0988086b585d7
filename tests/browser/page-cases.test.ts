import { expect } from 'vitest';
import { cardBox, cardText, HOST, viewText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { poll } from './driver/poll';
import type { Box, TestBrowser, TestTab } from './driver/test-browser';
import { boxOfText, centreOf, pointAt, selectText } from './place';
import { waitForRegistry } from './registry';

const SITE = 'http://www.zj.gov.cn';
const TEXT = '浙江省推出“浙里办”，广东省推出“粤省事”。';
const page = (body: string, style = '') =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>body{margin:20px;font:16px/1.8 sans-serif}${style}</style>${body}`;

async function openCase(browser: TestBrowser, name: string): Promise<TestTab> {
  const tab = await browser.open(`${SITE}/cases/${name}.html`);
  await waitForRegistry(tab);
  return tab;
}

async function openPage(browser: TestBrowser, html: string): Promise<TestTab> {
  const tab = await browser.open(browser.server.serve(`${SITE}/case.html`, html));
  await waitForRegistry(tab);
  return tab;
}

/** What of the page's links the pointer cannot reach, in view as they are. */
function unreachable(tab: TestTab, selector = 'a'): Promise<string[]> {
  return tab.evaluate((links) => {
    const all = [...document.querySelectorAll(links)].filter(
      (link) => link.checkVisibility() && link.getBoundingClientRect().bottom < innerHeight,
    );
    return all
      .filter((link) => {
        const { x, y, width, height } = link.getBoundingClientRect();
        return !link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      })
      .map((link) => link.textContent ?? '');
  }, selector);
}

/** True when a box is all in the part of the page that is in sight. */
async function isInSight(tab: TestTab, box: Box): Promise<boolean> {
  const seen = await tab.evaluate(() => ({
    left: visualViewport?.offsetLeft ?? 0,
    top: visualViewport?.offsetTop ?? 0,
    width: visualViewport?.width ?? 0,
    height: visualViewport?.height ?? 0,
  }));
  return (
    box.x >= seen.left &&
    box.y >= seen.top &&
    box.x + box.width <= seen.left + seen.width + 1 &&
    box.y + box.height <= seen.top + seen.height + 1
  );
}

/** How far the card is above or below a text, and that it is all in the window. */
async function standing(tab: TestTab, text: string, nth = 0) {
  const line = await boxOfText(tab, text, nth);
  const card = await cardBox(tab);
  if (!card) throw new Error('There is no card.');
  const gap = Math.max(card.y - (line.y + line.height), line.y - (card.y + card.height));
  return { gap: Math.round(gap), isInside: await isInSight(tab, card) };
}

describeBrowsers('on pages as they are, the card', (test, name) => {
  test('leaves a menu that opens under the pointer to the reader', async (browser) => {
    // In menus names are marked only for readers who want that.
    const scope = (value: string) =>
      browser.inExtension((api, at) => api.storage.sync.set({ 'settings.scope': at }), value);
    await scope('everywhere');
    const tab = await openCase(browser, 'nav-menu');
    await pointAt(tab, '浙江');
    await waitForCard(tab, 'Zhejiang');
    expect(await unreachable(tab, 'li:hover a')).toEqual([]);
    await tab.click(centreOf(await boxOfText(tab, '部门动态')));
    expect(await tab.evaluate(() => location.hash)).toBe('#c');
    await scope('article');
  });

  test('leaves a menu alone whose entries are no links', async (browser) => {
    const tab = await openPage(
      browser,
      page(
        `<div class=n><div class=i>浙江要闻<div class=m><p>省政府</p><p>市县</p><p>部门</p></div></div></div><p>${TEXT}`,
        '.i{position:relative;display:inline-block;cursor:pointer}.m{display:none;position:absolute;top:100%;width:200px;background:#eee}.i:hover .m{display:block}',
      ),
    );
    await pointAt(tab, '浙江');
    await waitForCard(tab, 'Zhejiang');
    expect(await unreachable(tab, '.m p')).toEqual([]);
  });

  test('leaves the rows of a list to the reader, who goes down to the next', async (browser) => {
    const tab = await openCase(browser, 'list-page');
    await pointAt(tab, '浙江');
    await waitForCard(tab, 'Zhejiang');
    expect(await unreachable(tab)).toEqual([]);
    await pointAt(tab, '广东');
    await waitForCard(tab, 'Guangdong');
    expect(await unreachable(tab)).toEqual([]);
  });

  test('where a list fills the window, lets the pointer through to it', async (browser) => {
    const rows = ['浙江', '广东', '四川', '贵州', '福建', '山东', '湖北', '湖南', '河北', '江西'];
    const tab = await openPage(
      browser,
      page(
        rows.map((row) => `<a href="#${row}">${row}召开推进会部署下一阶段任务</a>`).join(''),
        'a{display:block;line-height:44px;background:#eee;margin-bottom:1px}',
      ),
    );
    await tab.setViewport(420, 400);
    await pointAt(tab, '四川');
    await waitForCard(tab, 'Sichuan');
    expect(await unreachable(tab)).toEqual([]);
    await tab.click(centreOf(await boxOfText(tab, '贵州')));
    expect(await tab.evaluate(() => decodeURIComponent(location.hash))).toBe('#贵州');
  });

  test('stands beside its mention on a page that zooms itself, while it does', async (browser) => {
    const tab = await openCase(browser, 'zoom-html');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    expect(await standing(tab, '浙里办')).toEqual({ gap: 8, isInside: true });
    for (const zoom of ['html:1', 'html:0.8', 'body:1.3']) {
      await tab.evaluate((to) => {
        const [element, value] = to.split(':');
        const styled = element === 'html' ? document.documentElement : document.body;
        styled.style.zoom = value ?? '';
      }, zoom);
      await expect
        .poll(() => standing(tab, '浙里办'), { message: zoom })
        .toEqual({ gap: 8, isInside: true });
    }
  });

  if (name === 'chromium') {
    test('is in sight on a page two fingers have made larger, and so is the toolbar', async (browser) => {
      const tab = await openCase(browser, 'pinch');
      await tab.pinch(2);
      await expect.poll(() => tab.evaluate(() => visualViewport?.scale)).toBe(2);
      await pointAt(tab, '粤省事');
      await waitForCard(tab, 'Yueshengshi');
      expect(await standing(tab, '粤省事')).toEqual({ gap: 8, isInside: true });
      await tab.press('Escape');
      await waitForNoCard(tab);
      await selectText(tab, '粤省事');
      await poll('the toolbar', async () =>
        (await viewText(tab, 'toolbar')) === '' ? null : true,
      );
      const toolbar = await tab.evaluate((host) => {
        const { x, y, width, height } =
          document.querySelector(host)?.getBoundingClientRect() ?? new DOMRect();
        return { x, y, width, height };
      }, HOST);
      expect(toolbar.height).toBeGreaterThan(0);
      expect(await isInSight(tab, toolbar)).toBe(true);
    });
  }

  test('stays while the page draws the same words anew, and beside a clock', async (browser) => {
    const tab = await openCase(browser, 'rerender');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    const stays = await tab.evaluate(async (host) => {
      let isThere = true;
      const draws = () =>
        document
          .getElementById('t')
          ?.replaceChildren(
            ...[...(document.getElementById('t')?.children ?? [])].map((child) =>
              child.cloneNode(true),
            ),
          );
      for (let i = 0; i < 4; i++) {
        draws();
        await new Promise((resolve) => setTimeout(resolve, 250));
        isThere &&= document.querySelector(host) !== null;
      }
      return isThere;
    }, 'div[popover="manual"]');
    expect(stays).toBe(true);
  });

  test('opens for what a wheel brings under the pointer that rests', async (browser) => {
    const tab = await openPage(
      browser,
      page(`<div style="height:500px"></div><p>${TEXT}</p><div style="height:2000px"></div>`),
    );
    const { x, y } = centreOf(await boxOfText(tab, '浙里办'));
    await tab.movePointer({ x, y: y - 200 });
    await tab.scroll({ x, y: y - 200 }, 200);
    await waitForCard(tab, 'Zheliban');
  });

  test.each([
    'cover-link',
    'a caption the pointer goes through',
    'a link stretched by a box of its style',
  ])('opens for a name under %s', async (browser, how) => {
    const bodies: Record<string, string> = {
      'a caption the pointer goes through':
        '<a href="#x" class=f><svg width=300 height=120><rect width=300 height=120 fill="#246"/></svg><span class=c>浙江省推出“浙里办”</span></a>',
      'a link stretched by a box of its style':
        '<div class=f><h3>浙江省推出“浙里办”</h3><a href="#x" class=s>全文</a></div>',
    };
    const style =
      '.f{position:relative;display:block;width:300px;padding:4px}.c{position:absolute;left:0;bottom:0;color:#fff;pointer-events:none}.s::after{content:"";position:absolute;inset:0}';
    const body = bodies[how];
    const tab = await (body ? openPage(browser, page(body, style)) : openCase(browser, how));
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
  });

  test('does not open for a name that something else lies over', async (browser) => {
    const tab = await openPage(
      browser,
      page(
        `<p>${TEXT}</p><div id=o>弹出的说明</div><p id=z>浙里办`,
        '#o{position:fixed;left:0;top:0;width:600px;height:80px;background:#fff}#z{margin-top:120px}',
      ),
    );
    await pointAt(tab, '浙里办');
    await pointAt(tab, '浙里办', 1);
    await waitForCard(tab, 'Zheliban');
    const line = await boxOfText(tab, '浙里办', 1);
    const card = await cardBox(tab);
    expect((card?.y ?? 0) > line.y - 130).toBe(true);
  });

  test('goes when its mention does: away, out of its box, folded, faded, taken, covered', async (browser) => {
    const ways: [how: string, script: string][] = [
      ['slides away', `boxes[0].firstChild.style.transform = 'translateX(-900px)'`],
      ['fades away', `boxes[1].style.opacity = '0'`],
      ['is scrolled out of its box', `boxes[2].scrollTop = 60`],
      ['is folded', `boxes[3].style.height = '2px'`],
      [
        'is covered',
        `boxes[4].insertAdjacentHTML('beforeend', '<div style="position:absolute;inset:0;background:#fff">')`,
      ],
      ['is gone', `boxes[5].firstChild.remove()`],
    ];
    const box = `<div class=box><p>${TEXT}</p><div style="height:600px"></div></div>`;
    const tab = await openPage(
      browser,
      page(
        box.repeat(ways.length),
        '.box{position:relative;height:90px;overflow:hidden;width:600px;margin-bottom:20px}',
      ),
    );
    for (const [i, [how, script]] of ways.entries()) {
      await pointAt(tab, '浙里办', i);
      await waitForCard(tab, 'Zheliban');
      await tab.evaluate((code) => {
        const run = document.createElement('script');
        run.textContent = `{ const boxes = document.querySelectorAll('.box'); ${code} }`;
        document.head.append(run);
      }, script);
      await poll(`no card once the mention ${how}`, async () =>
        (await cardText(tab)) === '' ? true : null,
      );
    }
  });

  test('goes along when its mention is pushed down', async (browser) => {
    const tab = await openPage(browser, page(`<div id=top></div><p>${TEXT}</p>`));
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    await tab.evaluate(() => {
      (document.getElementById('top') as HTMLElement).style.height = '60px';
    });
    await expect.poll(() => standing(tab, '浙里办')).toEqual({ gap: 8, isInside: true });
  });

  test('is a glance, and all of it where the pointer rests in it', async (browser) => {
    const tab = await openPage(browser, page(`<p>${TEXT}</p>`));
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    const glance = await cardBox(tab);
    expect(glance?.height).toBeLessThan(130);
    expect(await cardText(tab)).not.toContain('Full profile');
    await tab.movePointer(centreOf(glance ?? { x: 0, y: 0, width: 0, height: 0 }));
    await waitForCard(tab, 'Full profile');
    expect((await standing(tab, '浙里办')).isInside).toBe(true);
  });

  test('reads from the left where the page reads from the right', async (browser) => {
    const tab = await openCase(browser, 'html-rtl');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    const directions = await tab.inClosedRoots((root) => {
      const card = root.querySelector('.govgloss.card');
      return card ? getComputedStyle(card).direction : '';
    }, null);
    expect(directions).toContain('ltr');
    expect((await standing(tab, '浙里办')).isInside).toBe(true);
  });

  test('is never printed', async (browser) => {
    const tab = await openCase(browser, 'print');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    await browser.setMedia({ print: true });
    await waitForNoCard(tab);
    await browser.setMedia({ print: false });
  });

  test('opens on a long press on a name in a link, whose page stays', async (browser) => {
    const tab = await openCase(browser, 'link-click');
    await tab.hold(centreOf(await boxOfText(tab, '浙江')));
    await waitForCard(tab, 'Zhejiang');
    expect(await tab.evaluate(() => location.hash)).toBe('');
    await tab.press('Escape');
    await tab.tap(centreOf(await boxOfText(tab, '贵州')));
    await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#four');
  });

  test('opens on a page that stops events before anyone hears them', async (browser) => {
    const tab = await openCase(browser, 'stop-events');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    await tab.press('Escape');
    await waitForNoCard(tab);
  });
});
