import { browser } from 'wxt/browser';

import { useFresh } from '@/lib/extension-page/use-fresh';
import { grantedOrigins, packagedMatches } from '@/lib/messages/granted-sites';

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

/** The host part of a match pattern. */
function hostOf(origin: string): string {
  return origin.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');
}

/** Where the extension may read, as the browser's permissions have it. */
export function useSites() {
  const [sites, again] = useFresh(readSites);
  return {
    sites: sites ?? { allowed: true, added: [] },
    /** The browser asks the reader only inside a click. */
    allow: () => void browser.permissions.request({ origins: packagedMatches() }).then(again),
    remove: (origin: string) => void browser.permissions.remove({ origins: [origin] }).then(again),
  };
}
