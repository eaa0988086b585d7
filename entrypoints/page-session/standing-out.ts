import { boundariesOf } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import type { Paint } from '@/lib/dom/paint';

/** Registry names for one mark among all, with their priorities: above the marks and saved passages. */
const PRIORITIES = {
  /** The mention a card is about, or the pointer is on: tinted, so that one sees what is explained. */
  'govgloss-pointed': 1,
  /** The mention the keyboard is at: where the reader is must always show. */
  'govgloss-current': 2,
} as const;

/** One mark that stands out from the others, or none: painted once more under a name of its own. */
export class StandingOut {
  private at: Mark | null = null;
  private range: StaticRange | null = null;

  constructor(
    private readonly paint: Paint,
    private readonly name: keyof typeof PRIORITIES,
  ) {}

  get mark(): Mark | null {
    return this.at;
  }

  show(mark: Mark | null): void {
    if (this.range) this.paint.remove(this.name, this.range);
    this.range = null;
    this.at = mark;
    if (!mark) return;
    const { start, end } = boundariesOf(mark.block, mark.mention);
    this.range = this.paint.add(this.name, start, end, PRIORITIES[this.name]);
  }

  /** The page has drawn the words of a mark anew. */
  follow(mark: Mark): void {
    if (mark === this.at) this.show(mark);
  }

  forget(mark: Mark): void {
    if (mark === this.at) this.show(null);
  }
}
