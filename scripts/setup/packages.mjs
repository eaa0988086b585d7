import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Why node_modules has to be installed, or null when it holds what package-lock.json asks for.
 * Compared by content, not by date: a checkout touches the dates of files it does not change.
 * @param {string} root
 * @returns {string | null}
 */
export function packagesToInstall(root) {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  if (wanted === null) throw new Error('package-lock.json is missing or not JSON.');
  const installed = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'node_modules is missing';
  for (const [path, entry] of Object.entries(wanted)) {
    // Optional packages are for other systems or processors as a rule.
    if (path === '' || entry.optional || entry.devOptional) continue;
    if (installed[path]?.version !== entry.version) {
      return `${path} is not at ${entry.version}`;
    }
  }
  return null;
}

/** @param {string} file Milliseconds since 1970, or 0 when the file is not there. */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The generated file by whose date we tell how old all of them are. */
const GENERATED = join('.wxt', 'tsconfig.json');

/**
 * True when WXT's generated types (.wxt/) are missing or older than what they are made from.
 * @param {string} root
 */
export function typesAreStale(root) {
  const made = modified(join(root, GENERATED));
  return ['wxt.config.ts', 'package-lock.json', 'entrypoints'].some(
    (source) => modified(join(root, source)) > made,
  );
}

/** @param {string} root */
export async function installPackages(root) {
  const reason = packagesToInstall(root);
  if (reason !== null) {
    console.log(`Installing packages (${reason}) …`);
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  }
  if (typesAreStale(root)) {
    await run(process.execPath, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], {
      cwd: root,
      quiet: true,
    });
    // WXT leaves a file that would not change as it is, with its old date.
    utimesSync(join(root, GENERATED), new Date(), new Date());
  }
}
