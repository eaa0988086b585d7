/**
 * One key for all addresses of one page, so that a highlight is found again from a shared link, a
 * mobile host or a redirect to https. The rules are about addresses in general and, where a list
 * is needed, about the parameters that share buttons and campaigns add.
 */

/** Exact names; `from` and `spm` are the usual ones of Chinese portals and of WeChat's share links. */
const TRACKING = new Set([
  'from',
  'spm',
  'scm',
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'bd_vid',
  'hmsr',
  'hmpl',
  'hmcu',
  'hmkw',
  'hmci',
  'isappinstalled',
  'nsukey',
  'pass_ticket',
  'weixin_share_token',
  'wx_fmt',
  'share_token',
  'share_source',
  'share_medium',
  'share_from',
  'sharer_shareid',
  'sharer_sharetime',
  'sharefrom',
  'tt_from',
  'ref_src',
  '_hsenc',
  '_hsmi',
  'mc_cid',
  'mc_eid',
]);
const TRACKING_PREFIXES = ['utm_', 'pk_', 'mtm_', 'matomo_'];

/** Longer addresses are of one page as far as this, in UTF-16 units: the store takes no longer key. */
const MOST_UNITS = 20_000;

const VARIANT_HOST = /^(?:www\d?|m|mobile|wap|3g)\./;
const INDEX_FILE = /\/(?:index|default)\.(?:s?html?|jspx?|aspx?|php)$/i;
/** A fragment that is an address of a single-page site rather than a place in the page. */
const ROUTE_FRAGMENT = /^#!?\//;

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

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

function keyOf(url: URL): string {
  const path = url.pathname.replace(INDEX_FILE, '/').replace(/(?<=.)\/+$/, '');
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name));
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  const route = ROUTE_FRAGMENT.test(url.hash) ? url.hash : '';
  return (siteHost(url) + (path === '' ? '/' : path) + query + route).slice(0, MOST_UNITS);
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
  return keyBy(usableCanonical, address, canonical);
}

/**
 * The key under which 0.1.0 kept highlights of a page, where that is another than now: a canonical
 * address on a host above or below counted. Null where it is the same.
 */
export function formerPageKey(address: string, canonical: string | null): string | null {
  const isRelated = (page: URL, named: URL) => {
    const [a, b] = [siteHost(page), siteHost(named)];
    const isFront = keyOf(named) === `${b}/`;
    return isWeb(named) && !isFront && (a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
  };
  const former = keyBy(isRelated, address, canonical);
  const own = pageKey(address);
  return former === own ? null : former;
}

function keyBy(
  isUsable: (page: URL, canonical: URL) => boolean,
  address: string,
  canonical: string | null | undefined,
): string {
  const url = parseUrl(address);
  if (!url) return address;
  if (!isWeb(url)) return address.replace(/#.*$/s, '').slice(0, MOST_UNITS);
  const named = canonical ? parseUrl(canonical, address) : null;
  return keyOf(named && isUsable(url, named) ? named : url);
}

/** True when a page at the address may have that key: by its own address or by a canonical one. */
export function mayHaveKey(address: string, key: string): boolean {
  const url = webAddress(address);
  if (!url) return key === pageKey(address);
  const keyed = webAddress(`http://${key}`);
  return keyed !== null && siteHost(url) === siteHost(keyed);
}
