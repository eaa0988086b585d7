import { expect } from 'vitest';
import { clickInCard, HOST, waitForCard } from './card';
import type { TestBrowser, TestTab, TestView } from './driver/test-browser';
import { clickControl, pointAt, selectText } from './place';
import { type Registry, waitForRegistry } from './registry';

const PATIENT = { timeout: 15_000 };

const ARTICLE = 'http://www.zj.gov.cn/released/article.html';
const KEPT = 'http://www.gd.gov.cn/released/kept.html';
const PAUSED = 'http://www.fj.gov.cn/released/paused.html';

const page = (body: string) =>
  `<!doctype html><meta charset="utf-8"><title>一页</title>
   <style>body { margin: 40px; width: 640px; font: 18px/2 serif }</style>${body}`;

/** The pages that a reader has open when the extension is updated. */
export interface OpenPages {
  /** Names 浙江, 浙里办 and 青城办 (the reader's own entry), and 闽政通, which the reader refused. */
  article: TestTab;
  /** Holds the passage the reader kept. */
  kept: TestTab;
  /** Of a site the reader paused. */
  paused: TestTab;
}

export const PASSAGE = '注册用户超过两千万';
const NOTE = '比去年多';

/** What is seen of a view, as one line. */
const shown = (view: TestView) => view.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

/** The marks and passages of a page, by what they are. */
export interface Painted {
  divisions?: string[];
  platforms?: string[];
  green?: string[];
  blue?: string[];
}

function painted(registry: Registry): Required<Painted> {
  return {
    divisions: registry['govgloss-division'] ?? [],
    platforms: registry['govgloss-platform'] ?? [],
    green: registry['govgloss-saved-green'] ?? [],
    blue: registry['govgloss-saved-blue'] ?? [],
  };
}

/** Waits until exactly this is painted on a page, each once, and stays so. */
export async function waitForPaint(tab: TestTab, wanted: Painted): Promise<void> {
  const all = { divisions: [], platforms: [], green: [], blue: [], ...wanted };
  await waitForRegistry(tab, (now) => JSON.stringify(painted(now)) === JSON.stringify(all));
}

/** Opens the three pages. */
async function openPages(browser: TestBrowser): Promise<OpenPages> {
  const { server } = browser;
  server.serve(ARTICLE, page('<p>浙江推出“浙里办”，今天“青城办”也上线，不同于“闽政通”。</p>'));
  server.serve(KEPT, page(`<p>广东的“粤省事”，${PASSAGE}。</p>`));
  server.serve(PAUSED, page('<p>福建的“闽政通”。</p>'));
  return {
    article: await browser.open(ARTICLE),
    kept: await browser.open(KEPT),
    paused: await browser.open(PAUSED),
  };
}

/** Keeps a passage in blue, by one press. */
export async function keepBlue(tab: TestTab, text: string): Promise<void> {
  await tab.activate();
  await selectText(tab, text);
  await clickInCard(tab, 'Highlight in blue');
}

/** Does what readers do: keeps and annotates, refuses, pauses, adds, chooses how it looks. */
export async function liveWithIt(browser: TestBrowser): Promise<OpenPages> {
  const pages = await openPages(browser);
  const { article, kept, paused } = pages;
  await waitForRegistry(paused);
  const popup = await browser.openPopup();
  await clickControl(popup, 'Pause on this site');
  await waitForPaint(paused, {});
  await popup.close();

  await kept.activate();
  await waitForRegistry(kept);
  await selectText(kept, PASSAGE);
  await clickInCard(kept, 'Add a note');
  await kept.type(NOTE);
  await clickInCard(kept, 'Green');
  await clickInCard(kept, 'Save');
  await waitForPaint(kept, { divisions: ['广东'], platforms: ['粤省事'], green: [PASSAGE] });

  await article.activate();
  await waitForRegistry(article);
  await pointAt(article, '闽政通');
  await waitForCard(article, '闽政通');
  await clickInCard(article, 'Not this');
  await clickInCard(article, 'everywhere');

  const options = await browser.openExtensionPage('options.html');
  await expect.poll(() => shown(options), PATIENT).toContain('Add an entry');
  await clickControl(options, 'Add an entry');
  await fill(options, 'Chinese name', '青城办');
  await options.press('Enter');
  await expect.poll(() => shown(options), PATIENT).toContain('Saved');
  await choose(options, 'Dark');
  await expect.poll(() => themeOf(options)).toBe('dark');
  await options.close();
  await waitForPaint(article, { divisions: ['浙江'], platforms: ['浙里办', '青城办'] });
  return pages;
}

/** The theme a page of ours is drawn in. */
function themeOf(view: TestView): Promise<string | undefined> {
  return view.evaluate(() => document.documentElement.dataset.theme);
}

/** Text that comes now is marked by who lives now, once; on the paused site by nobody. */
export async function readOn({ article, kept, paused }: OpenPages): Promise<void> {
  for (const tab of [article, kept, paused]) {
    await tab.evaluate(() => {
      const later = document.createElement('p');
      later.textContent = '贵州的“多彩宝”。';
      document.body.append(later);
    });
  }
}

/** Everything the reader has, as the extension's own pages and the open ones show it. */
export async function expectAllThere(browser: TestBrowser, pages: OpenPages): Promise<void> {
  await pages.article.activate();
  const popup = await browser.openPopup();
  await expect.poll(() => shown(popup), PATIENT).toMatch(/青城办/);
  expect(await shown(popup)).not.toMatch(/闽政通|Minzhengtong/);
  await popup.close();
  await pages.paused.activate();
  const pausedPopup = await browser.openPopup();
  await expect.poll(() => shown(pausedPopup), PATIENT).toContain('Paused here');
  await pausedPopup.close();
  const options = await browser.openExtensionPage('options.html');
  await expect.poll(() => shown(options), PATIENT).toContain('青城办');
  for (const word of ['www.fj.gov.cn', '闽政通']) expect(await shown(options)).toContain(word);
  expect(await themeOf(options)).toBe('dark');
  await options.close();
}

/** The library shows these passages, newest first, and finds the one by what the reader noted on it. */
export async function expectLibrary(browser: TestBrowser, passages: string[]): Promise<void> {
  const library = await browser.openExtensionPage('atlas.html#/library');
  await library.setViewport(1280, 800);
  const listed = () =>
    library.evaluate(() =>
      [...document.querySelectorAll('.library-quote')].map((row) => row.textContent),
    );
  await expect.poll(listed, PATIENT).toEqual(passages);
  await library.evaluate(() => document.querySelector<HTMLElement>('.library-words')?.focus());
  await library.type(NOTE);
  await expect.poll(listed, PATIENT).toEqual([PASSAGE]);
  await library.close();
}

/** How many hosts of our views a page holds. */
export function hosts(tab: TestTab): Promise<number> {
  return tab.evaluate((host) => document.querySelectorAll(host).length, HOST);
}

async function choose(view: TestView, label: string): Promise<void> {
  await view.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('label')];
    labels.find((each) => each.textContent?.trim() === wanted)?.click();
  }, label);
}

/** Types into the field of a label, and stays there. */
async function fill(view: TestView, label: string, value: string): Promise<void> {
  await view.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('label')];
    const field = labels
      .find((each) => each.textContent?.startsWith(wanted))
      ?.querySelector('input');
    if (!field) throw new Error(`no field ${wanted}`);
    field.focus();
  }, label);
  await view.type(value);
}
