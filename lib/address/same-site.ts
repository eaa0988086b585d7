import { getDomain } from 'tldts';
import { pageKey, webAddress, withoutVariant } from './page-key';

/**
 * What an address is a site by: its host, whether it was asked for as `www`, for a mobile device or
 * over https, and its port. A prefix that makes the whole of a registered name stays: below `gov.cn`,
 * `com.cn` or `github.io`, which the Public Suffix List names, `www` and `m` are sites of their own.
 * Null for what is no web address.
 */
function siteOf(address: string): string | null {
  const url = webAddress(address);
  if (!url) return null;
  const bare = withoutVariant(url.hostname);
  const isRegistered = getDomain(bare, { allowPrivateDomains: true }) !== null;
  return `${isRegistered ? bare : url.hostname.replace(/\.$/, '')}:${url.port}`;
}

/**
 * True when two addresses are of one site. A host is no site of the one above it: who has a county's
 * pages has not the province's. What is no web address is a site of its own.
 */
export function isSameSite(a: string, b: string): boolean {
  const site = siteOf(a);
  return site === null ? pageKey(a) === pageKey(b) : site === siteOf(b);
}
