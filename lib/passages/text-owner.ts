import type { Block } from '@/lib/dom/block';
import type { Highlight } from '@/lib/model/highlight';

export type Page = Pick<Highlight, 'pageKey' | 'url' | 'title'>;

/** Of what stood when the address changed so much must have gone before the rest is the new page's. */
const GONE = 0.5;

/**
 * Whose text stands on the page. A single-page site goes to another address at one moment and shows its
 * text at another: until most of what stood has gone it is the page's before. An address that is only
 * written anew, in the same entry of the session's history, is that of the same text.
 */
export class TextOwner {
  private page: Page | null = null;
  private entry = '';
  private readonly standing = new Set<Block>();
  /** What stood when the address last changed, whose it was, and how many units it had. */
  private before: { page: Page; blocks: Set<Block>; units: number } | null = null;

  constructor(
    /** The page as it is addressed now. */
    private readonly now: () => Page,
    /** Names the entry of the session's history that is shown. */
    private readonly shown: () => string,
  ) {}

  /** Text came or went. */
  change(fresh: readonly Block[], gone: readonly Block[]): void {
    this.turn();
    for (const block of gone) {
      this.standing.delete(block);
      this.before?.blocks.delete(block);
    }
    for (const block of fresh) this.standing.add(block);
    if (this.before && unitsOf(this.before.blocks) < GONE * this.before.units) this.before = null;
  }

  /** The page that a text in these blocks is of. */
  of(blocks: readonly Block[]): Page {
    const page = this.turn();
    const { before } = this;
    return before && blocks.some((block) => before.blocks.has(block)) ? before.page : page;
  }

  /** True while what stands is of the page before. */
  get isOfPageBefore(): boolean {
    this.turn();
    return this.before !== null;
  }

  private turn(): Page {
    const [page, entry] = [this.now(), this.shown()];
    const isElsewhere = this.page !== null && page.pageKey !== this.page.pageKey;
    if (isElsewhere && this.page && entry !== this.entry && !this.before) {
      const blocks = new Set(this.standing);
      this.before = { page: this.page, blocks, units: unitsOf(blocks) };
    }
    if (this.before?.page.pageKey === page.pageKey) this.before = null;
    this.page = page;
    this.entry = entry;
    return page;
  }
}

function unitsOf(blocks: ReadonlySet<Block>): number {
  let units = 0;
  for (const { text } of blocks) units += text.length;
  return units;
}
