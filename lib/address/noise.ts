/** What of an address says nothing of the page it leads to: who led there, when, and in which session. */

/** Parameters that share buttons and campaigns add. Exact names; `from` and `spm` are the usual ones of Chinese portals and of WeChat's share links. */
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

/** Parameters that name the reader's visit. */
const SESSION = /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid)$/;
/** Parameters that ask for the same page on paper. */
const PRINT = /^(?:print|printable|printview|isprint)$/;
/** Parameters that keep a page from being taken from a cache, by a number that is never the same. */
const FRESH = /^(?:_|_t|_r|_ts|t|ts|time|timestamp|r|rnd|rand|random|nocache)$/;
/** A time in seconds or milliseconds since 1970, or a fraction as Math.random gives it. */
const NEVER_THE_SAME = /^(?:1\d{9}(?:\d{3})?|0\.\d{6,})$/;
/** A session that a server of Java writes into the path. */
const SESSION_IN_PATH = /;jsessionid=[^/;]*/gi;
const ESCAPE = /%[\da-f]{2}/gi;

/** True for a parameter of an address that says nothing of the page. */
export function isNoise(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return (
    isTracking(name) ||
    SESSION.test(lower) ||
    (PRINT.test(lower) && /^(?:1|true|yes|y|)$/i.test(value)) ||
    (FRESH.test(lower) && NEVER_THE_SAME.test(value))
  );
}

/** True for a parameter that says who led to the page: all that version 0.1.0 left out. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** A path without session and empty steps, its escapes in one case. */
export function plainPath(path: string): string {
  return path
    .replace(SESSION_IN_PATH, '')
    .replace(ESCAPE, (escaped) => escaped.toUpperCase())
    .replace(/\/{2,}/g, '/');
}
