import { type Browser, browser } from 'wxt/browser';
import { grantedOrigins, packagedMatches } from '@/lib/messages/granted-sites';
import type { Sender } from '@/lib/messages/server';
import { createTurns } from '@/lib/resource/in-turn';

const SCRIPT_ID = 'granted-sites';
const FIRST_ID = 'granted-sites-first';
/** What reads and marks a page, which the script of the manifest asks for where there is something to read. */
const SESSION = '/page-session.js';

/** A start and a new permission may come together: a script can be registered only once. */
const inTurn = createTurns();

/** A file of the package by its path. Firefox's manifest names style sheets by whole addresses. */
function pathOf(file: string): string {
  return new URL(file, browser.runtime.getURL('/popup.html')).pathname.slice(1);
}

/** The files of the annotator, and where the package itself puts them. */
export function packagedScript() {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script) throw new Error('The manifest names no content script.');
  return {
    matches: script.matches ?? [],
    js: (script.js ?? []).map(pathOf),
    css: (script.css ?? []).map(pathOf),
  };
}

/**
 * Makes the registered script match the sites the reader granted: the permissions are the list,
 * nothing else is kept. Chromium registers a script for a host without permission and never runs
 * it, so what is registered is always derived from what is granted.
 */
export function reconcileSites(): Promise<void> {
  return inTurn(registerGranted);
}

async function registerGranted(): Promise<void> {
  const matches = await grantedOrigins();
  const registered = await browser.scripting.getRegisteredContentScripts({
    ids: [SCRIPT_ID, FIRST_ID],
  });
  if (matches.length === 0) {
    const ids = registered.map(({ id }) => id);
    if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  const { js, css } = packagedScript();
  // Firefox runs registered scripts in frames without an address anyhow, Chromium when told to.
  const everywhere = { matches, allFrames: true, matchOriginAsFallback: true };
  const scripts: Browser.scripting.RegisteredContentScript[] = [
    { ...everywhere, id: SCRIPT_ID, js, css, runAt: 'document_idle' },
    { ...everywhere, id: FIRST_ID, js: ['first-listener.js'], runAt: 'document_start' },
  ];
  const isThere = (script: { id: string }) => registered.some(({ id }) => id === script.id);
  const known = scripts.filter(isThere);
  const fresh = scripts.filter((script) => !isThere(script));
  if (known.length > 0) await browser.scripting.updateContentScripts(known);
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
}

/**
 * The address of the sender's site. A frame without an address of its own has its parent's origin;
 * a sandboxed one, which has none either, stands for its tab, whose address the browser tells as
 * long as we may read it; null when it does not.
 */
export async function siteOf({ url, origin, tabId }: Sender): Promise<string | null> {
  const site = [url, origin].find((address) => /^https?:/.test(address));
  if (site !== undefined || tabId === null) return site ?? null;
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null; // the tab was closed meanwhile
  }
}

/** True while the browser lets us read the sender's site. */
export async function mayRead(sender: Sender): Promise<boolean> {
  const address = await siteOf(sender);
  if (!address) return false;
  const { protocol, hostname } = new URL(address);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Starts the annotator in the open tabs of all sites we read, as after an update of the extension. */
export async function startWherePermitted(): Promise<void> {
  await startInOpenTabs([...packagedMatches(), ...(await grantedOrigins())]);
}

/** Starts the annotator in tabs that were open before it could run in them. */
export async function startInOpenTabs(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  // Side by side: a tab that hangs, or waits for a dialog, must not keep the others waiting.
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id !== undefined && !discarded) await start(id, packagedScript().js);
    }),
  );
}

/** Puts what reads into a tab in which nobody answers, if its site is one we read or it is for once. */
export async function startInTab(tabId: number, once: boolean): Promise<void> {
  if (once) return start(tabId, [SESSION]);
  const { url = '' } = await browser.tabs.get(tabId);
  // The button the reader pressed gives leave to read any page: that is none to mark it.
  if (await mayRead({ tabId, frameId: 0, url, origin: '' })) await start(tabId, [SESSION]);
}

async function start(tabId: number, js: string[]): Promise<void> {
  const { css } = packagedScript();
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.insertCSS({ target, files: css });
    await browser.scripting.executeScript({ target, files: js as [] });
  } catch (error) {
    // A tab may close or show an error page between the query and now: it has nothing to read.
    console.info('GovGloss did not start in an open tab:', error);
  }
}
