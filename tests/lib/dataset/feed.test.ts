import { expect, test } from 'vitest';
import { compareVersions, parseManifest } from '@/lib/dataset/feed';

const MIB = 1024 * 1024;
const fileOf = (name: string, bytes: number) => ({ name, sha256: '0'.repeat(64), bytes });

function manifestOf(files: object[]): Uint8Array {
  const manifest = { format: 1, version: '2026.11.23', minExtension: '0.1', files };
  return new TextEncoder().encode(JSON.stringify(manifest));
}

test.each([
  ['as ours are', [fileOf('index.json', 9), fileOf('CN.json', MIB)], true],
  [
    'as much as is read',
    ['index', 'a', 'b', 'c'].map((name) => fileOf(`${name}.json`, 8 * MIB)),
    true,
  ],
  [
    'more than is read',
    ['index', 'a', 'b', 'c', 'd'].map((name) => fileOf(`${name}.json`, 7 * MIB)),
    false,
  ],
  ['one file larger than is read', [fileOf('index.json', 8 * MIB + 1)], false],
  ['a file twice', [fileOf('index.json', 9), fileOf('index.json', 9)], false],
  ['no index', [fileOf('CN.json', 9)], false],
  ['a name that leaves the folder', [fileOf('index.json', 9), fileOf('../x.json', 9)], false],
])('a manifest that names %s', (_, files, sound) => {
  expect(parseManifest(manifestOf(files)) !== null).toBe(sound);
});

test.each([
  ['2026.11.23', '2026.11.23', 0],
  ['2026.11.23.2', '2026.11.23', 1],
  ['0.9', '0.10', -1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});
