/**
 * `npm start`: from a fresh clone to the demo page. Sets up what is missing, builds, and opens the
 * browser that is there with the extension on the demo page; without a display it drives the page
 * unseen, prints what was found and saves pictures of page, card and popup in shots/.
 */
import { join } from 'node:path';
import { findBrowser } from './setup/find-browser.mjs';
import { run } from './setup/run.mjs';
import { ROOT, setUp } from './setup.mjs';

/** In order of how well each takes an extension that is not from its store. */
const KINDS = /** @type {const} */ (['chromium', 'edge', 'chrome', 'firefox']);

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @returns {{ kind: (typeof KINDS)[number], program: string } | null} */
function firstBrowser() {
  for (const kind of KINDS) {
    const program = findBrowser(kind);
    if (program !== null) return { kind, program };
  }
  return null;
}

await setUp({ browsers: firstBrowser() === null });
const found = firstBrowser();
if (found === null) {
  console.error('No browser was found: install Chromium, Chrome, Edge or Firefox and start again.');
  process.exit(1);
}

const { kind, program } = found;
const tool = (/** @type {string} */ name) => join(ROOT, 'node_modules', '.bin', name);
console.log('Building the extension …');
await run(tool('wxt'), ['build', '-b', kind === 'firefox' ? 'firefox' : 'chrome'], {
  cwd: ROOT,
  quiet: true,
});
const script = join(ROOT, 'scripts', 'demo', hasDisplay() ? 'show.ts' : 'drive.ts');
try {
  await run(tool('tsx'), [script, kind, program], { cwd: ROOT });
} catch {
  // It has said itself what was wrong.
  process.exitCode = 1;
}
