/**
 * Where browsers live on this machine. Used by set-up, by `npm start` and by the browser tests.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'chrome' | 'edge' | 'firefox'} BrowserKind */

/** Programs looked for along PATH, best first. @type {Record<BrowserKind, string[]>} */
const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser'],
  chrome: ['google-chrome-stable', 'google-chrome', 'chrome'],
  edge: ['microsoft-edge-stable', 'microsoft-edge', 'msedge'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** Usual places that are not on PATH. @type {Record<string, Record<BrowserKind, string[]>>} */
const PLACES = {
  linux: {
    chromium: ['/usr/lib/chromium/chromium', '/snap/bin/chromium'],
    chrome: ['/opt/google/chrome/chrome'],
    edge: ['/opt/microsoft/msedge/msedge'],
    firefox: ['/usr/lib/firefox-esr/firefox-esr', '/snap/bin/firefox'],
  },
  darwin: {
    chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    chrome: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    edge: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: ['%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe'],
    chrome: [
      '%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe',
      '%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe',
    ],
    edge: ['%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe'],
    firefox: ['%ProgramFiles%\\Mozilla Firefox\\firefox.exe'],
  },
};

/** Says which program to use for a kind, whatever is installed: set it to a full path. */
const VARIABLES = {
  chromium: 'GOVGLOSS_CHROMIUM',
  chrome: 'GOVGLOSS_CHROME',
  edge: 'GOVGLOSS_EDGE',
  firefox: 'GOVGLOSS_FIREFOX',
};

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} path A Windows path with %VARIABLES%. */
function expand(path) {
  return path.replace(/%([^%]+)%/g, (_, name) => process.env[name] ?? '');
}

/**
 * The path of an installed browser, or null.
 * @param {BrowserKind} kind
 * @returns {string | null}
 */
export function findBrowser(kind) {
  const chosen = process.env[VARIABLES[kind]];
  if (chosen !== undefined) return isProgram(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = PROGRAMS[kind].flatMap((name) => folders.map((dir) => join(dir, name + suffix)));
  const elsewhere = (PLACES[process.platform]?.[kind] ?? []).map(expand);
  return [...onPath, ...elsewhere].find(isProgram) ?? null;
}

/**
 * What to tell a reader of the log when a browser is missing.
 * @param {BrowserKind} kind
 */
export function missingBrowser(kind) {
  const name = { chromium: 'Chromium', chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox' }[kind];
  return `${name} was not found: install it, or set ${VARIABLES[kind]} to the full path of its program.`;
}
