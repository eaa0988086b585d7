import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import type { PageReport } from '@/lib/model/views';

type Counted = PageReport['entities'][number];

/** How often each entity is marked, kept as marks come and go: pages that never rest ask again and again. */
export class MarkTally {
  private readonly counted = new Map<EntityId, Counted>();

  /** @param isAside the mention stands in a menu, a footer or the like */
  add({ entity, kind, rivals }: Mention, isAside: boolean): void {
    let entry = this.counted.get(entity);
    if (!entry) {
      entry = { id: entity, kind, count: 0, aside: 0, rivals };
      this.counted.set(entity, entry);
    }
    entry.count++;
    entry.aside += Number(isAside);
    entry.kind = kind;
    entry.rivals = rivals;
  }

  remove({ entity }: Mention, isAside: boolean): void {
    const entry = this.counted.get(entity);
    if (!entry) return;
    entry.aside -= Number(isAside);
    if (--entry.count === 0) this.counted.delete(entity);
  }

  /** True for what the page's own text names, not only its menus. */
  isNamed(id: EntityId): boolean {
    const entry = this.counted.get(id);
    return entry !== undefined && entry.count > entry.aside;
  }

  /** Each entity once, the most named first. */
  report(): Counted[] {
    return [...this.counted.values()]
      .map((entry) => ({ ...entry }))
      .sort((a, b) => b.count - a.count);
  }
}
