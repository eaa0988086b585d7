import type { Block } from '@/lib/dom/block';

/** Text that came to a page, until it has been looked at. */
export class Arrivals {
  private readonly blocks = new Set<Block>();

  change(fresh: readonly Block[], gone: readonly Block[]): void {
    for (const block of gone) this.blocks.delete(block);
    for (const block of fresh) this.blocks.add(block);
  }

  /** All that has arrived, from now on counted as looked at. */
  take(): Block[] {
    const taken = [...this.blocks];
    this.blocks.clear();
    return taken;
  }
}
