/**
 * Makes a fresh clone ready: packages and generated types; with `--browsers`, browsers too.
 * Says nothing when there is nothing to do. Plain Node, since nothing is installed yet.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installBrowsers } from './setup/browsers.mjs';
import { installPackages } from './setup/packages.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that Vite 8 runs on. */
const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new Error(
    `Node ${needMajor}.${needMinor} or newer is needed; this is ${process.versions.node}.`,
  );
}

/** @param {{ browsers: boolean }} what */
export async function setUp({ browsers }) {
  checkNode();
  await installPackages(ROOT);
  if (browsers) await installBrowsers();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUp({ browsers: process.argv.includes('--browsers') });
}
