import type { BoundaryPoint } from './block';
import { parentElementOf } from './dom-members';
import { listen } from './listen';
import { lookOf, type TextLook } from './text-look';

/**
 * What is painted in forced colours: what the reader kept, and where the keyboard is. There every
 * highlight is a box in the system's colours, and a page full of them like one full of selections.
 */
const FORCED = /^govgloss-(saved|inner|current)/;

/**
 * Our entries in the page's CSS highlight registry. The registry is shared with the page, which may
 * clear it or take a name: `restore` puts ours back. Nothing here iterates the registry or a
 * Highlight (Firefox refuses that across worlds) nor uses live Ranges (each one alive makes every
 * later change of the page dearer).
 */
export class Paint {
  private readonly highlights = new Map<string, Highlight>();
  /** Asked when something is first painted. */
  private forced: MediaQueryList | null = null;
  private watching = new AbortController();

  /**
   * Paints a stretch from one place to another of the same tree under a registry name; not on text
   * that any highlight would deface.
   * @param priority which style shows where entries overlap: the highest
   * @param look of the text, where it is known already
   */
  add(
    name: string,
    from: BoundaryPoint,
    to: BoundaryPoint,
    priority = 0,
    look = lookBetween(from, to),
  ): StaticRange {
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
    if (look === 'none') return range;
    let highlight = this.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      this.highlights.set(name, highlight);
      if (this.isDue(name)) CSS.highlights.set(name, highlight);
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
      if (!this.isDue(name)) CSS.highlights.delete(name);
      else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  /** Takes everything of ours out of the registry. */
  clear(): void {
    this.watching.abort();
    this.forced = null;
    for (const [name, highlight] of this.highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      highlight.clear();
    }
    this.highlights.clear();
  }

  private isDue(name: string): boolean {
    if (!this.forced) {
      this.forced = matchMedia('(forced-colors: active)');
      this.watching = new AbortController();
      listen(this.forced, 'change', () => this.restore(), { signal: this.watching.signal });
    }
    return !this.forced.matches || FORCED.test(name);
  }
}

/**
 * How text from one place to another may be marked: as the more delicate of its ends.
 * @param known what was asked already, for many stretches at once
 */
export function lookBetween(
  from: BoundaryPoint,
  to: BoundaryPoint,
  known = new Map<Element, TextLook>(),
): TextLook {
  const [start, end] = [parentElementOf(from.node), parentElementOf(to.node)];
  const ask = (element: Element) => {
    const look = known.get(element) ?? lookOf(element);
    known.set(element, look);
    return look;
  };
  const look = start ? ask(start) : 'line';
  if (look === 'none' || !end || end === start) return look;
  const other = ask(end);
  return other === 'line' ? look : other;
}
