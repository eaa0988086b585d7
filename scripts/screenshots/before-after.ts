import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import type { Build, TestBrowser, TestTab } from '@/tests/browser/driver/test-browser';
import { readRegistry } from '@/tests/browser/registry';

/** Pages of tests/pages/sites, and how high the part of each is that is shown. */
const PAGES = [
  ['front', 1010],
  ['list', 830],
  ['article', 1330],
  ['decree', 1500],
  ['table', 800],
  ['frameset', 640],
  ['interview', 1370],
  ['traditional', 900],
] as const;
const SITE = 'http://www.jianghai.gov.cn';
const WIDTH = 1240;
/** Marks are painted once what is seen has been read; 0.1.0 says of nothing when it is done. */
const SETTLE_MS = 1_500;
/** Of the pages' own size, so that two stand beside each other on a screen. */
const SCALE = 0.7;

/** One picture of a page, and how many marks are on it. */
interface Seen {
  png: string;
  marks: number;
}

async function countMarks(tab: TestTab): Promise<number> {
  let marks = 0;
  for (const frame of [tab, ...(await tab.frames())]) {
    marks += Object.values(await readRegistry(frame)).flat().length;
  }
  return marks;
}

async function see(browser: TestBrowser, name: string, height: number): Promise<Seen> {
  const path = join(tmpdir(), 'govgloss-before-after.png');
  const tab = await browser.open(`${SITE}/sites/${name}.html`);
  await tab.setViewport(WIDTH, height);
  await tab.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), SETTLE_MS);
  await tab.screenshot(path);
  const png = (await readFile(path)).toString('base64');
  const marks = await countMarks(tab);
  await rm(path);
  await tab.close();
  return { png, marks };
}

async function seeAll(build: Build): Promise<Map<string, Seen>> {
  const browser = await ChromiumBrowser.launch({ build, language: 'zh-CN' });
  const seen = new Map<string, Seen>();
  try {
    for (const [name, height] of PAGES) seen.set(name, await see(browser, name, height));
  } finally {
    await browser.close();
  }
  return seen;
}

/** Draws both beside each other, in the page; answers a WebP in base64. */
function drawPair({ pngs, scale }: { pngs: string[]; scale: number }): Promise<string> {
  const load = (png: string) =>
    new Promise<HTMLImageElement>((resolve) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.src = `data:image/png;base64,${png}`;
    });
  return Promise.all(pngs.map(load)).then((images) => {
    const gap = 16;
    const canvas = document.createElement('canvas');
    const widths = images.map(({ width }) => width * scale);
    canvas.width = widths.reduce((sum, width) => sum + width + gap, -gap);
    canvas.height = Math.max(...images.map(({ height }) => height * scale));
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    let left = 0;
    for (const [i, image] of images.entries()) {
      context.drawImage(image, left, 0, widths[i] as number, image.height * scale);
      left += (widths[i] as number) + gap;
    }
    return canvas.toDataURL('image/webp', 0.72).replace(/^.*,/, '');
  });
}

/**
 * Takes every page of tests/pages/sites as 0.1.0 marked it and as the build does, beside each other, to
 * `folder/NAME.webp`; prints how many marks each has.
 */
export async function takeBeforeAndAfter(folder: string): Promise<void> {
  const before = await seeAll('released');
  const after = await seeAll('built');
  const browser = await ChromiumBrowser.launch({});
  try {
    for (const [name] of PAGES) {
      const pair = [before, after].map((seen) => seen.get(name) as Seen);
      const tab = await browser.open(browser.server.serve(`${SITE}/pair.html`, '<canvas>'));
      const webp = await tab.evaluate(drawPair, { pngs: pair.map(({ png }) => png), scale: SCALE });
      await tab.close();
      const path = join(folder, `${name}.webp`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, Buffer.from(webp, 'base64'));
      console.log(`${path}: ${pair.map(({ marks }) => marks).join(' marks, then ')}`);
    }
  } finally {
    await browser.close();
  }
}
