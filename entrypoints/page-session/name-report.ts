import { callBackground } from '@/lib/messages/client';
import type { EntityId } from '@/lib/model/entity';

/** Tells the background what this frame names, for the badge: when that is news, and not twice. */
export class NameReport {
  private reported = '';

  constructor(private readonly named: () => readonly { id: EntityId }[]) {}

  tell(): void {
    const ids = this.named().map(({ id }) => id);
    // Browsers clear a tab's badge when its address changes, as single-page sites do.
    const report = [location.pathname + location.search, ...ids.toSorted()].join();
    if (report === this.reported || (this.reported === '' && ids.length === 0)) return;
    const isFirst = this.reported === '';
    this.reported = report;
    void callBackground('reportNames', { ids, isFirst });
  }

  /** Nobody knows any more what was told. */
  forget(): void {
    this.reported = '';
  }

  /** The page is no longer marked. */
  withdraw(): void {
    if (this.reported !== '') void callBackground('reportNames', { ids: [], isFirst: false });
  }
}
