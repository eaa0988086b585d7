import type { NameFinder } from '@/lib/detect/find-names';

/** The script that finds names in a page, as the one that reads the page sees it. */
export interface PageNames {
  /** Null when the gazetteer, as it came from the background, cannot be read. */
  createFinder(gazetteer: unknown): NameFinder | null;
}

declare global {
  /** Set in the world that our scripts share; pages cannot see it. */
  var govglossNames: PageNames | undefined;
}
