import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import { FirefoxBrowser } from '@/tests/browser/driver/firefox';
import type { BrowserName, TestBrowser } from '@/tests/browser/driver/test-browser';
import type { BenchOptions } from './bench-line';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['chrome-mv3', 'firefox-mv3'];
const NO_PAGE = '*://no-page.invalid/*';

/**
 * Builds the extension for both browsers (or takes what GOVGLOSS_BUILD names), and makes a copy
 * that starts on a page only when the bench calls for it: the same files, but the manifest names
 * pages that do not exist. Only so can the cost be told from that of loading the page.
 */
export function prepareBuilds(): BenchOptions['builds'] {
  const folder = mkdtempSync(join(tmpdir(), 'govgloss-bench-'));
  const asBuilt = process.env.GOVGLOSS_BUILD ?? join(folder, 'built');
  if (process.env.GOVGLOSS_BUILD === undefined) {
    const env = { ...process.env, GOVGLOSS_BUILD: asBuilt };
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    for (const browser of ['chrome', 'firefox'])
      execFileSync(process.execPath, [wxt, 'build', '-b', browser], {
        cwd: ROOT,
        env,
        stdio: 'pipe',
      });
  }
  const atCall = join(folder, 'at-call');
  cpSync(asBuilt, atCall, { recursive: true });
  for (const name of FOLDERS) {
    const file = join(atCall, name, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    for (const script of manifest.content_scripts) script.matches = [NO_PAGE];
    writeFileSync(file, JSON.stringify(manifest));
  }
  return { asBuilt, atCall };
}

/** Starts a browser with one of the builds, runs `work`, and closes it whatever happens. */
export async function withBrowser<T, B extends BrowserName>(
  name: B,
  build: string,
  work: (browser: B extends 'chromium' ? ChromiumBrowser : FirefoxBrowser) => Promise<T>,
): Promise<T> {
  process.env.GOVGLOSS_BUILD = build;
  const browser: TestBrowser = await (name === 'chromium'
    ? ChromiumBrowser.launch()
    : FirefoxBrowser.launch());
  try {
    return await work(browser as never);
  } finally {
    await browser.close();
  }
}
