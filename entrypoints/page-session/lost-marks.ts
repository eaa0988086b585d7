import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import type { Mention } from '@/lib/model/mention';

/**
 * Marks whose block the page took away, until all that changed has been read: where it only drew
 * the same words anew, the mark is found again there. Many at once are found in their order.
 */
export class LostMarks<M extends Mark> {
  private readonly lost = new Map<string, { marks: M[]; next: number }>();

  get isEmpty(): boolean {
    return this.lost.size === 0;
  }

  add(mark: M): void {
    const key = keyOf(mark.block, mark.mention);
    const queue = this.lost.get(key);
    if (queue) queue.marks.push(mark);
    else this.lost.set(key, { marks: [mark], next: 0 });
  }

  /** Takes the mark that named the entity by the same words; undefined when none was lost. */
  find(block: Block, mention: Mention): M | undefined {
    if (this.isEmpty) return undefined;
    const queue = this.lost.get(keyOf(block, mention));
    return queue?.marks[queue.next++];
  }

  /** Takes those that were not found. */
  takeAll(): M[] {
    const left = [...this.lost.values()].flatMap(({ marks, next }) => marks.slice(next));
    this.lost.clear();
    return left;
  }
}

function keyOf({ text }: Block, { entity, start, end }: Mention): string {
  return `${entity}\n${text.slice(start, end)}`;
}
