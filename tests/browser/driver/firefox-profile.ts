import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findBrowser } from '../../../scripts/setup/find-browser.mjs';
import type { PageServer } from '../server/page-server';
import { Bidi } from './bidi';
import { endOf, START_MS, startFirefox } from './firefox-process';

/** The extension's origin in Firefox is drawn by lot for each profile, unless it is set. */
export const EXTENSION_UUID = '6f0c1b52-5d4e-4b1c-9a57-3f1d2c0e7a64';

/** No first-run pages, no calls home, nothing that moves by itself. */
const QUIET = {
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.disabledForTesting': true,
  'extensions.update.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  // Pages are kept for the way back, as for readers; tools switch that off.
  'fission.bfcacheInParent': true,
  // No processes in reserve, no page made ahead: they cost a busy machine more than they save.
  'dom.ipc.processPrelaunch.enabled': false,
  // One process for all pages, instead of one a site: to start one costs as much as most tests do.
  'fission.webContentIsolationStrategy': 0,
  'dom.ipc.processCount': 1,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.topsites.contile.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.interval': 10000000,
  'extensions.startupScanScopes': 0,
  'media.gmp-manager.updateEnabled': false,
  'dom.security.https_first': false,
  'dom.security.https_only_mode': false,
};

/** Pages of the extension and the window itself react although no one is looking. */
const TESTABLE = {
  'focusmanager.testmode': true,
  'devtools.jsonview.enabled': false,
  'extensions.webextOptionalPermissionPrompts': false,
  // A side panel is driven as a tab behind the page; its timers run as those of one that is seen.
  'dom.timeout.enable_budget_timer_throttling': false,
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
};

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'govgloss-firefox-'));
}

async function writePreferences(folder: string, preferences: object): Promise<void> {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(folder, 'user.js'), lines.join(''));
}

/** Removes a profile that no Firefox uses any more. */
export async function removeProfile(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Files by which Firefox knows that a profile is in use, and the preferences each copy has anew. */
const NOT_COPIED = new Set(['lock', '.parentlock', 'user.js', 'prefs.js']);

/**
 * Makes a profile that Firefox has run with once, without the extension: its caches are filled.
 * Answers its folder; null when Firefox is not there.
 */
export async function makeUsedProfile(): Promise<string | null> {
  const program = findBrowser('firefox');
  if (program === null) return null;
  const folder = await newFolder();
  await writePreferences(folder, QUIET);
  const { child, address } = await startFirefox(program, folder, true);
  try {
    const bidi = await Bidi.connect(`${address}/session`);
    await bidi.send('session.new', { capabilities: {} }, START_MS);
    // It may end before it answers.
    await bidi.send('browser.close').catch(() => {});
    bidi.close();
  } finally {
    await endOf(child);
  }
  return folder;
}

/**
 * Makes a new profile whose every request goes to the server, with the caches of a used one where
 * that is given. Answers its folder.
 */
export async function makeFirefoxProfile(
  server: PageServer,
  geckoId: string,
  used: string | null,
): Promise<string> {
  const folder = await newFolder();
  if (used !== null) {
    const filter = (path: string) => !NOT_COPIED.has(basename(path));
    await cp(used, folder, { recursive: true, filter });
  }
  const proxy = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': server.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': server.port,
  };
  const uuids = {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: EXTENSION_UUID }),
  };
  await writePreferences(folder, { ...QUIET, ...TESTABLE, ...proxy, ...uuids });
  return folder;
}
