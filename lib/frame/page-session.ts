import type { PageCommand } from '@/lib/messages/protocol';
import type { EntityId } from '@/lib/model/entity';
import type { Settings } from '@/lib/model/settings';
import type { PageReport } from '@/lib/model/views';

/**
 * The script that reads and marks a page, as the one that is in every page sees it: it comes into a
 * frame when there is something to read there.
 */
export interface PageSession {
  create(settings: Settings, options: ReadingOptions): Reading;
}

declare global {
  /** Set in the world that our scripts share; pages cannot see it. */
  var govglossSession: PageSession | undefined;
}

export interface ReadingOptions {
  /** False for a visit: the page is read, and what the reader selects is kept, but nothing painted. */
  isMarking: boolean;
  /** Asked where the page wakes us; when it says no, all of this has been stopped. */
  isAlive(): boolean;
}

/** What a page names and holds of the reader's, and whether all of it has been marked. */
export interface Findings extends Pick<PageReport, 'hostDivision' | 'entities' | 'highlights'> {
  isMarked: boolean;
}

/** One stretch of reading a page, from when it is to be marked until that ends; or a visit. */
export interface Reading {
  start(): void;
  /** Ends the reading; what is being said to the reader stays for its time. */
  stopReading(): void;
  stop(): void;
  changeSettings(settings: Settings): void;
  /** What names there are may have changed. */
  renewNames(): void;
  /** Whether names are lacking because nobody answered. */
  readonly hasFailed: boolean;
  /** Asks at once for what could not be had. */
  askNow(): Promise<void>;
  /** The page comes back as it was left: what happened meanwhile was told to nobody. */
  comeBack(): Promise<void>;
  findings(): Findings;
  /**
   * Goes to the nth mention of an entity, those that are shown before those that are hidden; counts on
   * from the first after the last. Null when there is none.
   */
  goToMention(id: EntityId, nth: number): { isShown: boolean } | null;
  goToHighlight(id: string): boolean;
  /** What is kept of the page may have changed elsewhere. */
  renewHighlights(): Promise<void>;
  /** The reader accepts the best candidate of a missing passage; false when there is none such. */
  acceptCandidate(id: string): Promise<boolean>;
  /** Keeps what is selected, and says so; false when nothing can be said, and nothing was kept. */
  keepSelection(): Promise<boolean>;
  command(name: PageCommand): Promise<void>;
}
