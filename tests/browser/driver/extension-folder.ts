import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserName } from './test-browser';

const ROOT = resolve(import.meta.dirname, '../../..');

const FOLDERS: Record<BrowserName, string> = {
  chromium: 'chrome-mv3',
  firefox: 'firefox-mv3',
};

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
