import { type BoundaryPoint, boundariesOf } from '@/lib/dom/block';
import { attributeOf, parentElementOf, unhide } from '@/lib/dom/dom-members';
import { isDrawn } from '@/lib/dom/drawn';
import { rectsBetween } from '@/lib/dom/geometry';
import type { Mark } from '@/lib/dom/mark-index';
import type { Paint } from '@/lib/dom/paint';
import { viewport } from '@/lib/dom/viewport';
import { StandingOut } from './standing-out';

/** The mention that has the reader's place: painted as such, brought into view. */
export class MarkCursor {
  readonly ring: StandingOut;

  constructor(
    paint: Paint,
    /** All marks in page order. */
    private readonly marks: () => Mark[],
  ) {
    this.ring = new StandingOut(paint, 'govgloss-current');
  }

  get current(): Mark | null {
    return this.ring.mark;
  }

  /** The next mark that is shown (or, by -1, the one before), from the current one or the first in view. */
  step(by: 1 | -1): Mark | null {
    const marks = this.marks();
    const from = this.current ? marks.indexOf(this.current) : -1;
    const start = from >= 0 ? from + by : firstInView(marks, by);
    for (let i = 0; i < marks.length; i++) {
      const mark = marks[(start + by * i + marks.length * 2) % marks.length];
      if (mark && isShown(mark)) return this.goTo(mark);
    }
    return null;
  }

  /** Rings the mark and scrolls to it if it is out of view. */
  goTo(mark: Mark): Mark {
    this.ring.show(mark);
    const { start, end } = boundariesOf(mark.block, mark.mention);
    goToText(start, end);
    return mark;
  }

  /**
   * Goes to the nth of these: what is shown of the text first, then what is shown in menus and footers,
   * then what is hidden. Null when there are none.
   */
  goToNth(
    marks: readonly Mark[],
    nth: number,
    isAside: (mark: Mark) => boolean,
  ): { isShown: boolean } | null {
    const rank = new Map(marks.map((mark) => [mark, isShown(mark) ? Number(isAside(mark)) : 2]));
    const order = marks.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const mark = order[nth % Math.max(1, order.length)];
    return mark ? { isShown: isShown(this.goTo(mark)) } : null;
  }

  /** Rings nothing any more. */
  leave(): void {
    this.ring.show(null);
  }
}

/** Goes to a stretch of text, opening what HTML lets one open; answers whether it is to be seen now. */
export function goToText(start: BoundaryPoint, end: BoundaryPoint): boolean {
  openAround(start.node);
  scrollTo(start, end);
  return isDrawn(start, end);
}

/** Brings a stretch of text to the middle of the window, in all the boxes that scroll around it. */
function scrollTo(start: BoundaryPoint, end: BoundaryPoint): void {
  const [line] = rectsBetween(start, end);
  const { height, width } = viewport();
  const inView =
    line && line.top >= 0 && line.bottom <= height && line.left >= 0 && line.right <= width;
  if (inView) return;
  const element = parentElementOf(start.node);
  const middle = { block: 'center', inline: 'nearest', behavior: 'instant' } as const;
  if (element) Element.prototype.scrollIntoView.call(element, middle);
  // A long element's middle may be far from the line.
  const [now] = rectsBetween(start, end);
  if (now && (now.top < 0 || now.bottom > height)) {
    document.scrollingElement?.scrollBy({ top: now.top - height / 2, behavior: 'instant' });
  }
}

/**
 * Opens what the reader could open to see a text, as the browser's own search in the page does: each
 * `details` around it, and what is hidden until it is found, of which the page is told first.
 */
function openAround(node: Text): void {
  for (let at = parentElementOf(node); at; at = parentElementOf(at)) {
    if (at instanceof HTMLDetailsElement) at.open = true;
    if (attributeOf(at, 'hidden') === 'until-found') unhide(at);
  }
}

/** True when a mark is on the page to be seen, wherever it is scrolled to. */
function isShown(mark: Mark): boolean {
  const { start, end } = boundariesOf(mark.block, mark.mention);
  return isDrawn(start, end);
}

/** Index of the first mark in or below the window, or of the last one above its lower edge. */
function firstInView(marks: readonly Mark[], by: 1 | -1): number {
  const { height } = viewport();
  const top = (mark: Mark) => {
    const { start, end } = boundariesOf(mark.block, mark.mention);
    return rectsBetween(start, end)[0]?.top;
  };
  const isBelow = (mark: Mark | undefined, edge: number) => {
    const at = mark && top(mark);
    return at !== undefined && at >= edge;
  };
  if (by === 1)
    return Math.max(
      0,
      marks.findIndex((mark) => isBelow(mark, 0)),
    );
  const below = marks.findIndex((mark) => isBelow(mark, height));
  return below === -1 ? marks.length - 1 : below - 1;
}
