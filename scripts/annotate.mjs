#!/usr/bin/env node
/**
 * The detector on files and streams; `--help` says how. Installs what is missing on a fresh clone,
 * speaking on stderr only: stdout carries nothing but results.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packagesToInstall, typesAreStale } from './setup/packages.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

if (packagesToInstall(ROOT) !== null || typesAreStale(ROOT)) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'setup.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) process.exit(1);
}
// Imported only now: before the set-up there may be no tsx.
const { register } = await import('tsx/esm/api');
register({ tsconfig: join(ROOT, 'tsconfig.json') });
const { main } = await import(pathToFileURL(join(ROOT, 'scripts', 'annotate', 'main.ts')).href);
process.exitCode = await main(process.argv.slice(2));
