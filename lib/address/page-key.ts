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

/** The host without its www or mobile prefix, never shortened below two labels. */
function siteHost(url: URL): string {
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(VARIANT_HOST, '');
  return (bare.includes('.') ? bare : host) + (url.port ? `:${url.port}` : '');
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
  return siteHost(url) + (path === '' ? '/' : path) + query + route;
}

/** True for one host, and for a host and one below it. */
function isSameSite(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/**
 * A canonical address counts when it is on the same site and is not merely the site's front page:
 * templates often put the same canonical link on every page.
 */
function usableCanonical(page: URL, canonical: URL): boolean {
  const [a, b] = [siteHost(page), siteHost(canonical)];
  const isFront = keyOf(canonical) === `${b}/`;
  return isWeb(canonical) && isSameSite(a, b) && (!isFront || keyOf(page) === `${a}/`);
}

/**
 * The key highlights of a page are stored under.
 * @param address the page's address; what is no web address is its own key, less its fragment
 * @param canonical the `href` of `<link rel=canonical>`, as written, if the page has one
 */
export function pageKey(address: string, canonical?: string | null): string {
  const url = parseUrl(address);
  if (!url) return address;
  if (!isWeb(url)) return address.replace(/#.*$/s, '');
  const named = canonical ? parseUrl(canonical, address) : null;
  return keyOf(named && usableCanonical(url, named) ? named : url);
}

/** True when a page at the address may have that key: by its own address or by any canonical one. */
export function isOnSite(address: string, key: string): boolean {
  const url = parseUrl(address);
  if (!url || !isWeb(url)) return key === pageKey(address);
  const keyed = parseUrl(`http://${key}`);
  return keyed !== null && isSameSite(siteHost(url), siteHost(keyed));
}
