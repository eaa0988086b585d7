import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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
  startAtCall(atCall, FOLDERS);
  return { asBuilt, atCall };
}

/** Names pages that do not exist, in the manifests of a build, so that it starts only when called for. */
export function startAtCall(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const file = join(folder, name, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    for (const script of manifest.content_scripts) script.matches = [NO_PAGE];
    writeFileSync(file, JSON.stringify(manifest));
  }
}

/**
 * The same code for Chromium with its names kept, for profiles; starts when called for. Built into
 * a folder beside the other builds.
 */
export function readableBuild(beside: string): string {
  const folder = join(dirname(beside), 'readable');
  const options = "{ browser: 'chrome', vite: () => ({ build: { minify: false } }) }";
  const code = `import { build } from 'wxt'; await build(${options});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    env: { ...process.env, GOVGLOSS_BUILD: folder },
    stdio: 'pipe',
  });
  startAtCall(folder, ['chrome-mv3']);
  return folder;
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
