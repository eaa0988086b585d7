import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BrowserName, Build } from './test-browser';
import { filesInZip } from './zip';

const ROOT = resolve(import.meta.dirname, '../../..');
const RELEASED = join(import.meta.dirname, '../released');

const FOLDERS: Record<BrowserName, string> = {
  chromium: 'chrome-mv3',
  firefox: 'firefox-mv3',
};

const ZIPS: Record<BrowserName, string> = {
  chromium: 'govgloss-0.1.0-chrome.zip',
  firefox: 'govgloss-0.1.0-firefox.zip',
};

/** Above every released version: browsers and the extension tell an update by its number. */
const NEXT_VERSION = '0.1.999';

export interface BuiltExtension {
  folder: string;
  /** The id in Firefox; '' in the other build. */
  geckoId: string;
}

/**
 * Where the built extension is: below `.output`, or below the folder that GOVGLOSS_BUILD names.
 * @throws {Error} When it has not been built.
 */
export function builtExtension(browser: BrowserName): BuiltExtension {
  const folder = join(resolve(ROOT, process.env.GOVGLOSS_BUILD ?? '.output'), FOLDERS[browser]);
  const manifestFile = join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) {
    throw new Error(`${folder} is not there: run \`npm run build\` first.`);
  }
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  return { folder, geckoId: manifest.browser_specific_settings?.gecko?.id ?? '' };
}

/**
 * Makes `folder` hold a build and nothing else. Browsers load the extension from a folder of the
 * profile's own, so that its contents can be swapped under it.
 */
export async function placeBuild(
  build: Build,
  browser: BrowserName,
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  if (build === 'released') await unpack(join(RELEASED, ZIPS[browser]), folder);
  else await cp(builtExtension(browser).folder, folder, { recursive: true });
  if (build !== 'next') return;
  const manifestFile = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  await writeFile(manifestFile, JSON.stringify({ ...manifest, version: NEXT_VERSION }));
}

async function unpack(zip: string, folder: string): Promise<void> {
  for (const [name, bytes] of filesInZip(await readFile(zip))) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
