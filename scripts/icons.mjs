// Renders public/icon/*.png from scripts/icons/*.svg with the system's Chromium: `node scripts/icons.mjs`.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from './setup/find-browser.mjs';

const SIZES = [16, 24, 32, 48, 64, 96, 128];
/** Up to this size the drawing that keeps to whole pixels is used. */
const SMALL = 32;

const drawing = (/** @type {number} */ size) =>
  new URL(`./icons/${size <= SMALL ? 'icon-small' : 'icon'}.svg`, import.meta.url);

const browser = await chromium.launch({
  executablePath: findBrowser('chromium') ?? '',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  const svg = await readFile(drawing(size), 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`../public/icon/${size}.png`, import.meta.url), png);
}
await browser.close();
