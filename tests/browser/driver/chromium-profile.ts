import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageServer } from '../server/page-server';

/** An extension in a folder of the profile. */
export interface Installed {
  /** How many were installed before it. */
  count: number;
  folder: string;
  /** Of the path of its folder: a build put there is the same extension. */
  id: string;
}

export function extensionIn(profile: string, count: number): Installed {
  const folder = join(profile, `unpacked-${count}`);
  return { count, folder, id: idOf(folder) };
}

/** LANGUAGE alone is not heeded where LANG says C. */
export function languageVariables(language: string): Record<string, string> {
  const name = language.replace('-', '_');
  return { LANGUAGE: name, LANG: `${name}.UTF-8`, LC_ALL: `${name}.UTF-8` };
}

/** Chromium's id of an unpacked extension: of its folder's path, in letters from a to p. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * A new profile that lets an unpacked extension be reloaded.
 * @param isPinned the extension's button is on the toolbar from the start, as after a reader has pinned it
 */
export async function makeProfile(isPinned: boolean): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'govgloss-chromium-'));
  const pinned = isPinned ? [extensionIn(profile, 0).id] : [];
  const preferences = {
    extensions: { ui: { developer_mode: true }, pinned_extensions: pinned },
  };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** What Chromium is told at its start. */
export function argumentsFor(server: PageServer): string[] {
  return [
    '--no-sandbox',
    '--enable-unsafe-extension-debugging',
    // The screen of a headless Chromium is too low for a popup of 600 px.
    '--screen-info={1600x1200}',
    '--window-size=1400,1100',
    '--disable-background-networking',
    '--disable-quic',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
    '--ignore-certificate-errors',
    // Pages of one site in one process: to start one costs as much as many a test.
    '--process-per-site',
    '--renderer-process-limit=2',
    // Every host of the web is our server.
    `--host-resolver-rules=MAP *:80 127.0.0.1:${server.port},MAP *:443 127.0.0.1:${server.securePort}`,
  ];
}
