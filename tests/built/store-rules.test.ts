import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtExtension } from '@/tests/browser/driver/extension-folder';

const LINTER = resolve(import.meta.dirname, '../../node_modules/.bin/addons-linter');

/** Warnings of Mozilla's linter that we know, and why each may stay. */
const KNOWN_WARNINGS: Record<string, string> = {
  UNSAFE_VAR_ASSIGNMENT:
    'Preact carries the code of dangerouslySetInnerHTML; nothing of ours calls it.',
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION:
    'data_collection_permissions is newer on Android, for which the extension is not offered.',
};

interface Finding {
  code: string;
  message: string;
  file?: string;
}

test('the Firefox package passes the linter of its store', () => {
  const { stdout } = spawnSync(
    LINTER,
    ['--output', 'json', '--self-hosted', builtExtension('firefox').folder],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { errors, warnings }: { errors: Finding[]; warnings: Finding[] } = JSON.parse(stdout);
  const unknown = warnings.filter(({ code }) => !(code in KNOWN_WARNINGS));
  const told = [...errors, ...unknown].map(
    ({ code, message, file }) => `${code} ${file}: ${message}`,
  );
  expect(told).toEqual([]);
});
