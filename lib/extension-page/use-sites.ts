import { browser } from 'wxt/browser';
import { grantedOrigins, packagedMatches } from '@/lib/messages/granted-sites';
import { useFresh } from './use-fresh';

interface Sites {
  allowed: boolean;
  added: { origin: string; host: string }[];
}

async function readSites(): Promise<Sites> {
  const [allowed, granted] = await Promise.all([
    browser.permissions.contains({ origins: packagedMatches() }),
    grantedOrigins(),
  ]);
  return { allowed, added: granted.map((origin) => ({ origin, host: hostOf(origin) })) };
}

/** The host part of a match pattern, without the sign for its subdomains. */
function hostOf(origin: string): string {
  return origin.replace(/^[^/]*\/\/(?:\*\.)?/, '').replace(/\/.*$/, '');
}

/** Where the extension may read, as the browser's permissions have it. */
export function useSites() {
  const [sites, again] = useFresh(readSites);
  // The browser asks the reader only inside a click, once for all that is asked for together.
  const ask = (origins: string[]) => void browser.permissions.request({ origins }).then(again);
  return {
    sites: sites ?? { allowed: true, added: [] },
    allow: () => ask(packagedMatches()),
    /** Sites with their subdomains. */
    add: (hosts: readonly string[]) => ask(hosts.map((host) => `*://*.${host}/*`)),
    remove: (origin: string) => void browser.permissions.remove({ origins: [origin] }).then(again),
  };
}
