import { pageKey } from '@/lib/model/page-key';

/** What highlights of the page, as it is addressed now, are kept under. */
export function currentPageKey(): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return pageKey(location.href, canonical ?? null);
}
