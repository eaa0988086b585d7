import type { Block } from '@/lib/dom/block';
import type { PageText } from '@/lib/dom/page-text';
import type { Highlight } from '@/lib/model/highlight';

/** What placing passages has to know of the page. */
export interface PlacingOptions {
  /** The page as it is addressed now. */
  page(): Pick<Highlight, 'pageKey' | 'url' | 'title'>;
  /** What 0.1.0 kept its highlights under, where that is another key. */
  formerKey(): string | null;
  /** A snapshot of the page's text. */
  pageText(): PageText;
  /** Whether the page may see what is kept of it: anyone can read what is painted. */
  isShown(): boolean;
  /** False once the page has taken the block away or changed it. */
  isCurrent(block: Block): boolean;
  /** True while the browser has not got all of the page. */
  isLoading(): boolean;
}
