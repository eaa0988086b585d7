import { isNoise, isTracking, plainPath } from './noise';

/**
 * One key for all addresses of one page, so that a highlight is found again from a shared link, a
 * mobile host or a redirect to https. The rules are about addresses in general and, where a list
 * is needed, about the parameters that share buttons and campaigns add.
 */

/** Longer addresses are of one page as far as this, in UTF-16 units: the store takes no longer key. */
const MOST_UNITS = 20_000;

const VARIANT_HOST = /^(?:www\d?|m|mobile|wap|3g)\./;
const INDEX_FILE = /\/(?:index|default)\.(?:s?html?|jspx?|aspx?|php)$/i;
/** A fragment that is an address of a single-page site rather than a place in the page. */
const ROUTE_FRAGMENT = /^#!?\//;

function parseUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

/** A host without a dot at its end, and without its www or mobile prefix unless one label is left. */
export function withoutVariant(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(VARIANT_HOST, '');
  return bare.includes('.') ? bare : host;
}

/** A web address, parsed; null for what is none. */
export function webAddress(text: string): URL | null {
  const url = parseUrl(text);
  return url && isWeb(url) ? url : null;
}

function siteHost(url: URL): string {
  return withoutVariant(url.hostname) + (url.port ? `:${url.port}` : '');
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** The parameters of a query that are kept, in one order; with its question mark, if there are any. */
function queryOf(params: URLSearchParams, isLeftOut: (name: string, value: string) => boolean) {
  const kept = [...params].filter(([name, value]) => !isLeftOut(name, value));
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** The route of a single-page site, whose own query says as little of the page as an address's. */
function routeOf({ hash }: URL): string {
  if (!ROUTE_FRAGMENT.test(hash)) return '';
  const [path = '', ...query] = hash.split('?');
  return path + queryOf(new URLSearchParams(query.join('?')), isNoise);
}

function joined(url: URL, pathname: string, query: string, route: string): string {
  const path = pathname.replace(INDEX_FILE, '/').replace(/(?<=.)\/+$/, '');
  return (siteHost(url) + (path === '' ? '/' : path) + query + route).slice(0, MOST_UNITS);
}

function keyOf(url: URL): string {
  return joined(url, plainPath(url.pathname), queryOf(url.searchParams, isNoise), routeOf(url));
}

/** As 0.1.0 made it. */
function formerKeyOf(url: URL): string {
  const route = ROUTE_FRAGMENT.test(url.hash) ? url.hash : '';
  return joined(url, url.pathname, queryOf(url.searchParams, isTracking), route);
}

/**
 * A canonical address counts when it is on the same host, `www` or mobile, and is not merely its
 * front page: templates often put the same canonical link on every page.
 */
function usableCanonical(page: URL, canonical: URL): boolean {
  const [a, b] = [siteHost(page), siteHost(canonical)];
  const isFront = keyOf(canonical) === `${b}/`;
  return isWeb(canonical) && a === b && (!isFront || keyOf(page) === `${a}/`);
}

/**
 * The key highlights of a page are stored under: a place to look, no leave to (see same-site.ts).
 * @param address the page's address; what is no web address is its own key, less its fragment
 * @param canonical the `href` of `<link rel=canonical>`, as written, if the page has one
 */
export function pageKey(address: string, canonical?: string | null): string {
  return keyBy(keyOf, usableCanonical, address, canonical);
}

/**
 * The key under which 0.1.0 kept highlights of a page, where that is another than now: a canonical
 * address on a host above or below counted, and so did sessions and times. Null where it is the same.
 */
export function formerPageKey(address: string, canonical: string | null): string | null {
  const isRelated = (page: URL, named: URL) => {
    const [a, b] = [siteHost(page), siteHost(named)];
    const isFront = keyOf(named) === `${b}/`;
    const isBeside = a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
    return (isWeb(named) && !isFront && isBeside) || usableCanonical(page, named);
  };
  const former = keyBy(formerKeyOf, isRelated, address, canonical);
  return former === pageKey(address, canonical) ? null : former;
}

function keyBy(
  key: (url: URL) => string,
  isUsable: (page: URL, canonical: URL) => boolean,
  address: string,
  canonical: string | null | undefined,
): string {
  const url = parseUrl(address);
  if (!url) return address;
  if (!isWeb(url)) return address.replace(/#.*$/s, '').slice(0, MOST_UNITS);
  const named = canonical ? parseUrl(canonical, address) : null;
  return key(named && isUsable(url, named) ? named : url);
}

/** True when a page at the address may have that key: by its own address or by a canonical one. */
export function mayHaveKey(address: string, key: string): boolean {
  const url = webAddress(address);
  if (!url) return key === pageKey(address);
  const keyed = webAddress(`http://${key}`);
  return keyed !== null && siteHost(url) === siteHost(keyed);
}
