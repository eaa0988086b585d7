import type { BoundaryPoint } from '@/lib/dom/block';
import type { Paint } from '@/lib/dom/paint';

/** It looks as it will when it is kept. */
const NAME = 'govgloss-saved-yellow';
const PRIORITY = -2;

export interface Stretch {
  start: BoundaryPoint;
  end: BoundaryPoint;
}

/** Text the reader writes about, painted while they do. */
export class HeldText {
  private ranges: StaticRange[] = [];

  constructor(private readonly paint: Paint) {}

  /** Paints these in place of what was painted; null for nothing. */
  show(stretches: readonly Stretch[] | null): void {
    for (const range of this.ranges) this.paint.remove(NAME, range);
    this.ranges = (stretches ?? []).map(({ start, end }) =>
      this.paint.add(NAME, start, end, PRIORITY),
    );
  }
}
