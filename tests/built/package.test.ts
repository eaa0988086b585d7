import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '@/scripts/setup/run.mjs';
import { builtExtension } from '@/tests/browser/driver/extension-folder';

const ROOT = resolve(import.meta.dirname, '../..');
const BROWSERS = ['chromium', 'firefox'] as const;

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

/** The first column of the table of permissions in docs/security.md. */
const REASONED = [...read(ROOT, 'docs/security.md').matchAll(/^\| `([^`]+)`[^|]*\|[^|]+\|$/gm)]
  .map(([, permission]) => permission ?? '')
  .sort();

/** The digest of each file below a folder, by its path. */
function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [
      relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

describe.each(BROWSERS)('the package for %s', (browser) => {
  const { folder } = builtExtension(browser);
  const manifest = JSON.parse(read(folder, 'manifest.json'));

  test('asks for nothing that docs/security.md gives no reason for', () => {
    const asked = [
      manifest.permissions,
      manifest.optional_permissions,
      manifest.host_permissions,
      manifest.optional_host_permissions,
    ].flat();
    const only = browser === 'firefox' ? REASONED.filter((each) => each !== 'sidePanel') : REASONED;
    expect(asked.sort()).toEqual(only);
  });

  test('loads nothing from elsewhere, and opens one page to frames of web pages', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
    const { resources, use_dynamic_url } = manifest.web_accessible_resources[0];
    expect(manifest.web_accessible_resources).toHaveLength(1);
    // The frame of a note, which opens nothing without a token (entrypoints/note).
    expect(resources).toEqual(['note.html']);
    expect(use_dynamic_url).toBe(browser === 'firefox' ? undefined : true);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has the Public Suffix List in the background alone', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .filter((file) => read(folder, file).includes('xn--55qx5d'));
    expect(scripts).toEqual(['background.js']);
  });

  test('carries the licence texts of what is in it', () => {
    const licences = read(folder, 'licences.txt');
    const { dependencies } = JSON.parse(read(ROOT, 'package.json'));
    for (const name of Object.keys(dependencies)) expect(licences).toContain(`\n${name} `);
    expect(licences).toContain('Apache License');
    expect(licences).toContain('Mozilla Public License Version 2.0');
  });
});

describe('a second build', () => {
  const again = mkdtempSync(join(tmpdir(), 'govgloss-again-'));
  afterAll(() => rmSync(again, { recursive: true }));

  test.each([
    ['chromium', []],
    ['firefox', ['-b', 'firefox']],
  ] as const)('for %s is the same to the byte', async (browser, args) => {
    const wxt = join(ROOT, 'node_modules/.bin/wxt');
    // As a shell builds, not as a test does.
    const env = { NODE_ENV: undefined, VITEST: undefined, GOVGLOSS_BUILD: again };
    await run(wxt, ['build', ...args], { cwd: ROOT, quiet: true, env });
    const { folder } = builtExtension(browser);
    expect(digests(join(again, folder.split('/').at(-1) ?? ''))).toEqual(digests(folder));
  });
});
