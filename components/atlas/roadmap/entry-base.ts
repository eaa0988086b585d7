import type { EntityId, PartialDate } from '@/lib/model/entity';
import type { Stretch } from './time';

/** What every entry has: where it lies, what it says, where that is from. */
export interface EntryBase extends Stretch {
  /** The same as long as the dataset is. */
  key: string;
  lane: EntityId;
  /** Whose card opens on it. */
  entity: EntityId;
  date: PartialDate;
  /** What is written beside the mark where there is room. */
  label: string;
  /** All of it. */
  text: string;
  lang: string;
  /** Ids of sources. */
  sources: string[];
}
