import type { Block } from '@/lib/dom/block';
import type { PageText } from '@/lib/dom/page-text';
import type { Page } from './text-owner';

/** What placing passages has to know of the page. */
export interface PlacingOptions {
  /** The page as it is addressed now. */
  page(): Page;
  /** Names the entry of the session's history that is shown. */
  historyEntry(): string;
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
