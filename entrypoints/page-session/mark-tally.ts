import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import type { PageReport } from '@/lib/model/views';

type Counted = PageReport['entities'][number];

/** How often each entity is marked, kept as marks come and go: pages that never rest ask again and again. */
export class MarkTally {
  private readonly counted = new Map<EntityId, Counted>();

  add({ entity, kind, rivals }: Mention): void {
    const entry = this.counted.get(entity);
    if (entry) Object.assign(entry, { count: entry.count + 1, kind, rivals });
    else this.counted.set(entity, { id: entity, kind, count: 1, rivals });
  }

  remove({ entity }: Mention): void {
    const entry = this.counted.get(entity);
    if (entry && --entry.count === 0) this.counted.delete(entity);
  }

  /** Each entity once, the most named first. */
  report(): Counted[] {
    return [...this.counted.values()]
      .map((entry) => ({ ...entry }))
      .sort((a, b) => b.count - a.count);
  }
}
