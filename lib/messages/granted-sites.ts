import { browser } from 'wxt/browser';

/** The match patterns the extension comes with. */
export function packagedMatches(): string[] {
  return browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [];
}

/** Match patterns the reader granted beyond those; the browser's permissions are the only list. */
export async function grantedOrigins(): Promise<string[]> {
  const packaged = new Set(packagedMatches());
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !packaged.has(origin) && !isGovCn(origin));
}

/** True for gov.cn and what is below it, which the package reads anyhow; not for `xgov.cn`. */
function isGovCn(origin: string): boolean {
  return /^[^/]*\/\/(?:[^/]*\.)?gov\.cn\/\*$/.test(origin);
}
