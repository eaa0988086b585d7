import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtExtension } from '@/tests/browser/driver/extension-folder';

const CHROMIUM = builtExtension('chromium').folder;
const FIREFOX = builtExtension('firefox').folder;

const KB = 1000;
/** In every government page and frame, most of which have nothing for us. */
const CONTENT_SCRIPT_LIMIT = 4 * KB;
/**
 * Read on every page with Chinese text, so it has to stay small. 6 kB of it tell the page's own text
 * from menus and footers and from text that must not be painted: nothing is painted before that.
 * Half of one hears the reader and not what a page makes, and has notes written where no page is. One knows
 * words that only point at a name, one looks for passages in what arrives.
 */
const SESSION_LIMIT = 38.5 * KB;
/** What is loaded before its first picture; what reads the store comes after. */
const POPUP_LIMIT = 32 * KB;
const PACKAGE_LIMIT = 1500 * KB;

/** What a zip adds for each file: a local header, an entry in the directory, the name twice. */
const ZIP_ENTRY_BYTES = 76;

function gzipped(...files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

/** A page with the scripts and styles it loads at once, and what those import at once. */
function pageFiles(folder: string, page: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    const links = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
      : [...text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)].map((match) => match[1] ?? '');
    for (const link of links) {
      visit(link.startsWith('/') ? join(folder, link) : join(file, '..', link));
    }
  };
  visit(join(folder, page));
  return [...seen];
}

for (const folder of [CHROMIUM, FIREFOX]) {
  const name = folder.split('/').at(-1);

  test(`the content script of ${name} is at most 4 kB gzipped, styles included`, () => {
    const scripts = readdirSync(join(folder, 'content-scripts'));
    const size = gzipped(...scripts.map((file) => join(folder, 'content-scripts', file)));
    expect(size).toBeLessThanOrEqual(CONTENT_SCRIPT_LIMIT);
  });

  test(`what reads a page in ${name} is at most 38.5 kB gzipped`, () => {
    expect(gzipped(join(folder, 'page-session.js'))).toBeLessThanOrEqual(SESSION_LIMIT);
  });

  test(`the popup of ${name} is at most 32 kB gzipped, with all it loads before it draws`, () => {
    expect(gzipped(...pageFiles(folder, 'popup.html'))).toBeLessThanOrEqual(POPUP_LIMIT);
  });

  test(`the package of ${name} is at most 1.5 MB as a zip`, () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const sizes = files.map((file) => {
      const packed = deflateRawSync(readFileSync(file), { level: 9 }).length;
      return packed + ZIP_ENTRY_BYTES + 2 * (file.length - folder.length);
    });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(PACKAGE_LIMIT);
  });
}
