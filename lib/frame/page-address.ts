import { formerPageKey, pageKey } from '@/lib/address/page-key';
import { pageTitle } from '@/lib/dom/dom-members';

/**
 * The address of the page; a frame without one of its own (about:blank, about:srcdoc) stands for
 * the page that made it, whose `<base>` may name any host: then only its origin is known.
 */
function pageAddress(): string {
  if (location.protocol !== 'about:') return location.href;
  const { baseURI } = document;
  const isOfOrigin = self.origin === 'null' || URL.parse(baseURI)?.origin === self.origin;
  return isOfOrigin ? baseURI : self.origin;
}

/** The host of that address; '' where it has none. */
export function pageHost(): string {
  const address = pageAddress();
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** The page as it is addressed now: what a report and a highlight say of it. */
export function currentPage(): { pageKey: string; url: string; title: string } {
  const url = pageAddress();
  return { pageKey: pageKey(url, canonical()), url, title: pageTitle() };
}

/** Names the entry of the session's history that is shown: another one after each step, not after an address is written anew. */
export function historyEntry(): string {
  return 'navigation' in self ? (navigation.currentEntry?.key ?? '') : String(history.length);
}

/** What 0.1.0 kept highlights of the page under, where that is another key. */
export function formerKey(): string | null {
  return formerPageKey(pageAddress(), canonical());
}

function canonical(): string | null {
  return document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
}
