import { boundariesOf } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import type { Paint } from '@/lib/dom/paint';

const POINTED = 'govgloss-pointed';
/** Above marks and saved passages, below the mention the keyboard is at. */
const POINTED_PRIORITY = 1;

/** The mention a card is about, or the pointer is on: tinted, so that one sees what is explained. */
export class PointedMark {
  private range: StaticRange | null = null;

  constructor(private readonly paint: Paint) {}

  show(mark: Mark | null): void {
    if (this.range) this.paint.remove(POINTED, this.range);
    this.range = null;
    if (!mark) return;
    const { start, end } = boundariesOf(mark.block, mark.mention);
    this.range = this.paint.add(POINTED, start, end, POINTED_PRIORITY);
  }
}
