/** Hypothesis's proxy, which shows a page under an address of its own. */
const PROXY = /^(?:qa-)?via\d?\.hypothes\.is$/;

/** The address of what an entry quotes; null for what is none. */
export function sourceAddress(text: string): string | null {
  const address = text.trim();
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!PROXY.test(url.hostname)) return address;
  const named = url.searchParams.get('url') ?? address.slice(address.indexOf('/', 8) + 1);
  const page = /^https?:/i.test(named)
    ? named.replace(/^(https?):\/*/i, '$1://')
    : `https://${named}`;
  return URL.canParse(page) ? page.replace(/[?&]via\.[^#]*(?=#|$)|#annotations:.*$/g, '') : null;
}

/** The address that stands for a book without one: an Amazon number's, or a name of ours. */
export function bookAddress(title: string, amazonId: string): string {
  if (/^(?:B0[0-9A-Z]{8}|\d{9}[\dX])$/.test(amazonId)) {
    return `kindle://book?action=open&asin=${amazonId}`;
  }
  return title.trim() === '' ? '' : `urn:govgloss:book:${encodeURIComponent(title.trim())}`;
}
