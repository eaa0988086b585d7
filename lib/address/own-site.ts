/** Names under which registries of countries register: `people.com.cn` is a site, `com.cn` is none. */
const REGISTERED_UNDER =
  /^(?:com|net|org|gov|edu|ac|co|mil|go|or|ne|idv|[a-z]{2})\.(?:cn|hk|mo|tw|sg|jp|kr|uk|au|my)$/;
/** Hosts whose subdomains belong to as many people. */
const SHARED =
  /^(?:github\.io|gitee\.io|pages\.dev|vercel\.app|netlify\.app|blogspot\.com|weixin\.qq\.com|qq\.com)$/;

/**
 * The site a host belongs to, to be read with its subdomains: `people.com.cn` for
 * `politics.people.com.cn`. The host itself where that is nobody's alone, and for addresses in numbers.
 */
export function ownSite(host: string): string {
  const labels = host.split('.');
  if (labels.length < 3 || /^[\d.]+$|:/.test(host)) return host;
  const two = labels.slice(-2).join('.');
  const site = REGISTERED_UNDER.test(two) ? labels.slice(-3).join('.') : two;
  return SHARED.test(site) ? host : site;
}

/** The match pattern of a site and all its subdomains, for permissions. */
export function siteOrigin(site: string): string {
  return /^[\d.]+$|:|^[^.]+$/.test(site) ? `*://${site}/*` : `*://*.${site}/*`;
}
