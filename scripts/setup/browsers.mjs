import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { run } from './run.mjs';

/** What the browser tests need, and what Debian calls it. */
const NEEDED = [
  { what: 'Chromium', apt: 'chromium', isThere: () => findBrowser('chromium') !== null },
  { what: 'Firefox', apt: 'firefox-esr', isThere: () => findBrowser('firefox') !== null },
  {
    what: 'Chromium in Chinese',
    apt: 'chromium-l10n',
    isThere: () =>
      !existsSync('/usr/lib/chromium/locales') || existsSync('/usr/lib/chromium/locales/zh-CN.pak'),
  },
  { what: 'a font with Chinese characters', apt: 'fonts-noto-cjk', isThere: hasChineseFont },
];

/** Only Linux comes without Chinese fonts. */
async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  try {
    return (await run('fc-list', [':lang=zh', 'family'], { quiet: true })).trim() !== '';
  } catch {
    return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  }
}

/** The words to put before apt-get here, or null where apt-get is not for us to call. */
async function aptPrefix() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release)) return null;
  if (process.getuid?.() === 0) return [];
  try {
    await run('sudo', ['-n', 'true'], { quiet: true });
    return ['sudo', '-n'];
  } catch {
    return null;
  }
}

async function missing() {
  const there = await Promise.all(NEEDED.map((need) => need.isThere()));
  return NEEDED.filter((_, i) => !there[i]);
}

/** @param {string[]} prefix @param {string[]} packages */
async function aptInstall(prefix, packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) => {
    const [program, ...rest] = [...prefix, 'apt-get', ...args];
    return run(/** @type {string} */ (program), rest, { quiet: true, env });
  };
  await apt('update', '-q');
  await apt('install', '-q', '-y', '--no-install-recommends', ...packages);
}

/**
 * Installs the browsers and the font where apt can give them; otherwise says in one sentence what
 * to install. A browser that stays missing is not an error here: each use of it says so itself.
 */
export async function installBrowsers() {
  const prefix = (await missing()).length > 0 ? await aptPrefix() : null;
  const tried = new Set();
  // Debian packs Chromium's languages apart, which shows only once Chromium is there.
  while (prefix !== null) {
    const packages = (await missing()).map(({ apt }) => apt).filter((name) => !tried.has(name));
    if (packages.length === 0) break;
    for (const name of packages) tried.add(name);
    console.log(`Installing ${packages.join(', ')} with apt-get …`);
    try {
      await aptInstall(prefix, packages);
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
    }
  }
  const after = await missing();
  if (after.length > 0) {
    console.log(`Please install ${after.map((need) => need.what).join(' and ')} yourself.`);
  }
}
