import { pageKey } from '@/lib/address/page-key';
import { pageTitle } from '@/lib/dom/dom-members';

/**
 * The address of the page; a frame without one of its own (about:blank, about:srcdoc) stands for
 * the page that made it.
 */
function pageAddress(): string {
  return location.protocol === 'about:' ? document.baseURI : location.href;
}

/** The host of that address; '' where it has none. */
export function pageHost(): string {
  const address = pageAddress();
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** The page as it is addressed now: what a report and a highlight say of it. */
export function currentPage(): { pageKey: string; url: string; title: string } {
  return { pageKey: currentPageKey(), url: pageAddress(), title: pageTitle() };
}

/** What highlights of the page, as it is addressed now, are kept under. */
function currentPageKey(): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return pageKey(pageAddress(), canonical ?? null);
}
