import { waitForCard } from '@/tests/browser/card';
import { poll } from '@/tests/browser/driver/poll';
import type { TestBrowser, TestTab, TestView } from '@/tests/browser/driver/test-browser';
import { keep } from '@/tests/browser/kept';
import { pointAt, selectText } from '@/tests/browser/place';
import { waitForRegistry } from '@/tests/browser/registry';

const DEMO = 'http://www.zj.gov.cn/demo/simplified.html';
const POINTED_AT = '浙里办';
const SELECTED = '省、市、县三级共用一个入口';
/** Fonts and charts settle. */
const SETTLE_MS = 400;

/** A page of ours by its address, or something that shows over the demo page. */
export type Shot = ViewShot | PageShot;
interface ViewShot {
  name: string;
  path: string;
  width: number;
  height: number;
  /** Typed into the search field, whose first hit is then opened. */
  search?: string;
}
interface PageShot {
  name: 'card' | 'toolbar' | 'popup' | 'kept';
}

export const PAGE_SHOTS: PageShot[] = (['card', 'toolbar', 'popup', 'kept'] as const).map(
  (name) => ({ name }),
);

const popup = (name: string, query: string): ViewShot => ({
  name,
  path: `popup.html${query}`,
  width: 400,
  height: 600,
});

const atNarrowAndWide = (name: string, path: string): ViewShot[] =>
  [320, 800].map((width) => ({ name: `${name}-${width}`, path, width, height: 900 }));

export const VIEW_SHOTS: ViewShot[] = [
  popup('division', '?id=CN-GD'),
  popup('platform', '?id=CN-ZJ/zheliban'),
  popup('search', '?q=shuzi'),
  popup('shanghai', '?id=CN-SH'),
  popup('nation', '?id=CN'),
  popup('policy', '?id=CN/policy-guofa-2022-14'),
  popup('concept', '?id=CN/gaoxiao-bancheng-yijianshi'),
  { name: 'panel', path: 'sidepanel.html', width: 360, height: 1000, search: 'shanghai' },
  { name: 'roadmap', path: 'atlas.html#/roadmap', width: 1200, height: 900 },
  { name: 'map', path: 'atlas.html#/map', width: 1200, height: 900 },
  { name: 'compare', path: 'atlas.html#/compare', width: 1200, height: 900 },
  {
    name: 'browse',
    path: 'atlas.html#/browse?q=一网通办&k=policy&y=2018',
    width: 1200,
    height: 700,
  },
  { name: 'charts', path: 'atlas.html#/charts', width: 1200, height: 900 },
  { name: 'rankings', path: 'atlas.html#/charts?m=rankings', width: 1200, height: 900 },
  { name: 'library', path: 'atlas.html#/library', width: 1200, height: 700 },
  ...atNarrowAndWide('options', 'options.html'),
  ...atNarrowAndWide('welcome', 'welcome.html'),
  ...atNarrowAndWide('atlas-profile', 'atlas.html#/profile/CN-ZJ'),
  ...atNarrowAndWide('atlas-roadmap', 'atlas.html#/roadmap'),
  ...atNarrowAndWide('atlas-library', 'atlas.html#/library'),
  ...atNarrowAndWide('atlas-map', 'atlas.html#/map'),
  ...atNarrowAndWide('atlas-compare', 'atlas.html#/compare'),
  ...atNarrowAndWide('atlas-browse', 'atlas.html#/browse'),
  ...atNarrowAndWide('atlas-charts', 'atlas.html#/charts'),
  ...atNarrowAndWide('atlas-import', 'atlas.html#/library/import'),
  ...atNarrowAndWide('atlas-export', 'atlas.html#/library/export'),
];

function settle(view: TestView): Promise<void> {
  return view.evaluate(
    (pause) => new Promise<void>((resolve) => setTimeout(resolve, pause)),
    SETTLE_MS,
  );
}

/** A few highlights, kept as a page keeps them. */
export async function keepSome(browser: TestBrowser): Promise<void> {
  const kept = [
    ['“浙里办”管掌上办事，“浙政钉”管掌上办公', 'yellow', '两个入口，一套数据', '平台'],
    ['线上“高效办成一件事”', 'green', '', '改革'],
    ['粤省事上线当天访问用户突破1000万', 'blue', '对照2024年的用户数', '平台'],
  ] as const;
  const wishes = kept.map(([exact, colour, note, tag]) => ({
    pageKey: 'zj.gov.cn/news/2024.html',
    url: 'https://www.zj.gov.cn/news/2024.html',
    title: '七省市数字政府建设路线综述',
    ...{ exact, colour, note, tags: [tag] },
    entities: exact.includes('粤') ? ['CN-GD/yueshengshi'] : ['CN-ZJ/zheliban'],
  }));
  await keep(browser, wishes);
}

/** How far, in px, the page or its main part can be scrolled down. */
const hiddenBelow = () =>
  Math.max(
    ...[document.documentElement, document.querySelector('main')].map((part) =>
      part ? part.scrollHeight - part.clientHeight : 0,
    ),
  );

/** Takes a page of ours in a tab of the shot's size; a `whole` page in one as high as it needs. */
export async function takeView(
  browser: TestBrowser,
  shot: ViewShot,
  to: string,
  whole: boolean,
): Promise<void> {
  const tab = await browser.openExtensionPage(shot.path);
  await tab.setViewport(shot.width, shot.height);
  await poll('the view', () =>
    tab.evaluate(() => (document.querySelector('main')?.textContent ? true : null)),
  );
  await settle(tab);
  if (shot.search !== undefined) {
    await tab.type(shot.search);
    await settle(tab);
    await tab.press('Enter');
    await settle(tab);
  }
  if (whole) {
    await tab.setViewport(shot.width, shot.height + (await tab.evaluate(hiddenBelow)));
    await settle(tab);
  }
  await tab.screenshot(to);
  await tab.close();
}

async function show(browser: TestBrowser, tab: TestTab, name: PageShot['name']): Promise<TestView> {
  if (name === 'popup') return browser.openPopup();
  if (name === 'kept') {
    const popup = await browser.openPopup();
    await settle(popup);
    await popup.evaluate(() =>
      document.querySelectorAll<HTMLElement>('.reader-tabs button')[1]?.click(),
    );
    return popup;
  }
  if (name === 'toolbar') await selectText(tab, SELECTED);
  else {
    await pointAt(tab, POINTED_AT);
    await waitForCard(tab, POINTED_AT);
  }
  return tab;
}

/** The card goes by the page's ground, not by the reader's wish for all pages. */
function darken(): void {
  const style = document.createElement('style');
  style.textContent =
    'body, body :is(article, .in, .top, .text) { background: #17191c; color: #d6d3cd; border-color: #33363b }';
  document.head.append(style);
}

/** Takes the demo page, light or dark, with the card, the toolbar or the popup over it. */
export async function takeOnPage(
  browser: TestBrowser,
  { name }: PageShot,
  to: string,
  scheme: 'light' | 'dark',
): Promise<void> {
  const tab = await browser.open(DEMO);
  if (scheme === 'dark') await tab.evaluate(darken);
  await tab.setViewport(1100, 760);
  await waitForRegistry(tab);
  const view = await show(browser, tab, name);
  await settle(view);
  await view.screenshot(to);
  await browser.tidy();
}
