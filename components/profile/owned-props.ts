import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division, Entity, EntityId } from '@/lib/model/entity';

/** What a list of one kind is drawn from. */
export interface OwnedProps {
  /** Of that kind, and of this division. */
  owned: Entity[];
  division: Division;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}
