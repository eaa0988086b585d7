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

/** Hosts beside whose articles everybody's mail and chats lie. */
const BESIDE_MAIL = /(?:^|\.)qq\.com$/;

/**
 * What a reader who has a page of a host read adds: the registered name it is under, with all below it; the
 * host alone where the Public Suffix List knows no such name, as for `gov.cn`, `github.io`, or numbers.
 */
export function siteOfHost(host: string): { site: string; origin: string } {
  const registered = BESIDE_MAIL.test(host) ? null : getDomain(host, { allowPrivateDomains: true });
  return registered
    ? { site: registered, origin: `*://*.${registered}/*` }
    : { site: host, origin: `*://${host}/*` };
}

/**
 * True when two addresses are of one site. A host is no site of the one above it: who has a county's
 * pages has not the province's. What is no web address is a site of its own.
 */
export function isSameSite(a: string, b: string): boolean {
  const site = siteOf(a);
  return site === null ? pageKey(a) === pageKey(b) : site === siteOf(b);
}
