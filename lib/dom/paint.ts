import type { BoundaryPoint } from './block';

/**
 * Our entries in the page's CSS highlight registry. The registry is shared with the page, which may
 * clear it or take a name: `restore` puts ours back. Nothing here iterates the registry or a
 * Highlight (Firefox refuses that across worlds) nor uses live Ranges (each one alive makes every
 * later change of the page dearer).
 */
export class Paint {
  private readonly highlights = new Map<string, Highlight>();

  /**
   * Paints a stretch from one place to another of the same tree under a registry name.
   * @param priority which style shows where entries overlap: the highest
   */
  add(name: string, from: BoundaryPoint, to: BoundaryPoint, priority = 0): StaticRange {
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
    let highlight = this.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
    return range;
  }

  remove(name: string, range: StaticRange): void {
    this.highlights.get(name)?.delete(range);
  }

  /** Puts back what the page took out of the registry or replaced. A few look-ups, no layout. */
  restore(): void {
    for (const [name, highlight] of this.highlights) {
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  /** Takes everything of ours out of the registry. */
  clear(): void {
    for (const [name, highlight] of this.highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      highlight.clear();
    }
    this.highlights.clear();
  }
}
