import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight, HighlightColour } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import type { RefusalFailure } from '@/lib/model/settings';
import type { Span } from '@/lib/model/span';
import type { PageCard } from '@/lib/model/views';
import type { Block, BoundaryPoint } from './block';
import type { PageText } from './page-text';
import type { Publication } from './publication';

/**
 * What the script that marks pages and the script that draws on them say to each other. The second
 * is loaded into a page when something is first to be shown, so that pages which are only read
 * never pay for it.
 */
export interface PageViews {
  createCard(listeners: CardListeners): CardHandle;
  createKeeper(page: KeeperPage): Keeper;
  createAnnouncer(): AnnouncerHandle;
}

declare global {
  /** Set by the second script in the world the two share; pages cannot see it. */
  var govglossViews: PageViews | undefined;
}

/** The interface's words and the reader's preferences. */
export interface Words {
  t: Translate;
  prefs: ViewPrefs;
}

/** What a card stands beside: the boxes of the mention's lines, and where in them one reads. */
export interface Reference {
  /** The element the mention begins in. */
  element: Element;
  /** In viewport coordinates, as all boxes and points here. */
  lines: DOMRect[];
  point: { x: number; y: number } | null;
  /** Lines run from top to bottom. */
  vertical: boolean;
  /** The computed `font-family` of the text there. */
  face: string;
}

export interface CardListeners {
  onEntered(): void;
  onLeft(): void;
  /** The reader pressed anywhere on it. */
  onPressed(): void;
  /** A new frame, while the card is there: whatever the page moved has moved. */
  onFrame(): void;
}

export interface CardContent extends Words {
  data: PageCard;
  /** False: a glance at it. */
  full: boolean;
  /** The text around the mention. */
  passage: string;
  /** Stays, and can be moved. */
  pinned: boolean;
  onOpenProfile(id: EntityId): void;
  onKeepSentence(): void;
  onNotThis(scope: 'site' | 'everywhere'): void;
  notThisFailure: RefusalFailure | undefined;
  onPin(): void;
  onClose(): void;
  onChoose(id: EntityId): void;
}

export interface CardHandle {
  /** Where the card is and takes the pointer; null while there is none, or the pointer goes through it. */
  readonly box: DOMRect | null;
  /** Shows the card, or other content in the one that is shown. */
  show(content: CardContent, reference: Reference): void;
  /** The mention is elsewhere now: the page was scrolled or laid out anew. */
  follow(reference: Reference): void;
  /** Puts the focus into the card; `hide` gives it back. */
  focus(): void;
  hide(): void;
}

/** What the reader chose in the toolbar, and what the page says of itself. */
export interface Choice extends Publication {
  colour: HighlightColour;
  note: string;
  tags: string[];
}

/** What a passage is kept with when nothing was chosen. */
export const PLAIN: Choice = { colour: 'yellow', note: '', tags: [] };

/** Why something could not be kept; anything but the first four is the extension's own fault. */
export interface KeepingError {
  code: 'storage-full' | 'store-unavailable' | 'disconnected' | 'reloaded' | (string & {});
}

/** The saved passages of a page, as the keeper changes them. */
export interface PassageStore {
  save(text: PageText, span: Span, choice: Choice): Promise<Result<Highlight, KeepingError>>;
  restore(highlight: Highlight): Promise<Result<Highlight, KeepingError>>;
  /** A token for a frame in which a note is written: on a passage that is kept, by its id. */
  beginNote(id: string): Promise<Result<{ token: string }, KeepingError>>;
  /** The same, on a span of the text, which is kept when the note is saved. */
  beginNew(
    text: PageText,
    span: Span,
    choice: Choice,
  ): Promise<Result<{ token: string }, KeepingError>>;
  /** The passage of a note on this page that was begun and neither saved nor thrown away. */
  findDraft(): Promise<string | null>;
  get(id: string): Highlight | null;
  /** The passage that stands just there, if one was kept. */
  keptAt(text: PageText, span: Span): Highlight | null;
  /** Keeps stretches of the page visible while the reader writes about them; null takes that back. */
  holdVisible(parts: readonly { start: BoundaryPoint; end: BoundaryPoint }[] | null): void;
  /** What is kept has changed: asks anew. */
  load(): Promise<void>;
  /** Where a passage begins and ends on the page; null when it is not found. */
  edges(id: string): { start: BoundaryPoint; end: BoundaryPoint } | null;
}

export interface KeeperPage {
  passages: PassageStore;
  /** False where what is kept is not painted: the page is not being marked. */
  isMarked: boolean;
  /** What becomes of what is kept in this private window; absent in others. */
  privately(): 'session' | 'refuse' | undefined;
  words(): Promise<Words | null>;
  /** The page's text, without nodes that are to be left out of it. */
  pageText(without?: ReadonlySet<Text>): PageText;
  isRead(node: Text): boolean;
  shadowRoots(): ShadowRoot[];
}

/** What the reader does with passages: select and keep, press and edit, delete and undo. */
export interface Keeper {
  /** Something of the keeper's is on the screen. */
  readonly isShown: boolean;
  /** The toolbar is on the screen. */
  readonly isSelecting: boolean;
  /** The selection has come to rest: offers to keep it, or withdraws the offer. */
  offer(): Promise<void>;
  /** Opens a saved passage for editing. */
  edit(highlight: Highlight): Promise<void>;
  /** Keeps what is selected, without asking. */
  keepSelection(): Promise<void>;
  /** Keeps the sentence of a block that a span of it stands in. */
  keepSentence(block: Block, span: Span): Promise<void>;
  /** The page was scrolled: what stands beside a passage stays beside it. */
  follow(): void;
  /** Takes away what the reader keeps and edits with; what was typed stays a draft, as a notice says. */
  withdraw(): void;
  /** Offers to go on with a note that was begun on this page. */
  offerDraft(): Promise<void>;
  /** Takes everything away. */
  hide(): void;
}

export interface AnnouncerHandle {
  /** Says something to screen readers. */
  say(text: string): void;
  /** Leaves the page. */
  leave(): void;
}
