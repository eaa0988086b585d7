import { pageKey } from '@/lib/address/page-key';

/**
 * The address of the page; a frame without one of its own (about:blank, about:srcdoc) stands for
 * the page that made it.
 */
export function pageAddress(): string {
  return location.protocol === 'about:' ? document.baseURI : location.href;
}

/** The host of that address; '' where it has none. */
export function pageHost(): string {
  const address = pageAddress();
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** What highlights of the page, as it is addressed now, are kept under. */
export function currentPageKey(): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return pageKey(pageAddress(), canonical ?? null);
}
