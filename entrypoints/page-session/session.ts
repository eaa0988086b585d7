import { listen } from '@/lib/dom/listen';
import type { Mark } from '@/lib/dom/mark-index';
import { currentPage, formerKey, historyEntry, pageHost } from '@/lib/frame/page-address';
import { callBackground } from '@/lib/messages/client';
import type { PageCommand } from '@/lib/messages/protocol';
import { type EntityId, ofEveryKind } from '@/lib/model/entity';
import { type Settings, shownOn } from '@/lib/model/settings';
import type { PageReport } from '@/lib/model/views';
import { Keeping } from '@/lib/passages/keeping';
import { SavedPassages } from '@/lib/passages/saved-passages';
import { Announcing } from './announcing';
import { HoverCard } from './hover-card';
import { goToText, MarkCursor } from './mark-cursor';
import { NameReport } from './name-report';
import { PageContent } from './page-content';
import { PageKeys } from './page-keys';
import { watchPointer } from './pointing';
import { refuse } from './refuse';
import { StageSource } from './stage';
import { StandingOut } from './standing-out';

export interface SessionOptions {
  /** False where no names are to be found: on a paused site, on a page without Chinese text, on a visit. */
  isMarking: boolean;
  /** False for a visit: the page is read, and what the reader selects is kept, but nothing painted. */
  isShowing: boolean;
  /** Asked where the page wakes us; when it says no, all of this has been stopped. */
  isAlive(): boolean;
}

/** What a page names and holds of the reader's, and whether all of it has been marked. */
interface Findings extends Pick<PageReport, 'hostDivision' | 'entities' | 'highlights'> {
  isMarked: boolean;
}

/** Read and found, but not painted. */
const UNMARKED: Pick<Settings, 'kinds' | 'strength' | 'firstOnly'> = {
  kinds: ofEveryKind(false),
  strength: 'quiet',
  firstOnly: false,
};

/**
 * One stretch of reading a page: from the moment it is to be marked, or to show what was kept of it, until
 * that changes, or the extension goes; or a visit. Joins the parts; each keeps its own state, and all end with `stop`.
 */
export class Session {
  readonly passages: SavedPassages;
  private readonly stage: StageSource;
  readonly content: PageContent;
  private readonly card: HoverCard;
  private readonly cursor: MarkCursor;
  private readonly pointed: StandingOut;
  private readonly keeping: Keeping;
  private readonly announcing: Announcing;
  private readonly keys: PageKeys;
  private readonly ending = new AbortController();
  /** Pointer listeners, while there are marks. */
  private pointing: AbortController | null = null;
  private lookAtPointer = () => {};
  private readonly badge = new NameReport(() =>
    this.content.marks.tally.report().filter(({ count, aside }) => count > aside),
  );
  private onRead = () => {};
  /** Settles once all of the page has been read, or reading has ended. */
  private readonly read = new Promise<void>((resolve) => {
    this.onRead = resolve;
  });

  constructor(
    private settings: Settings,
    private readonly options: SessionOptions,
  ) {
    const { isMarking, isShowing, isAlive } = options;
    this.content = new PageContent(this.forContent(settings), {
      isMarking,
      onChanged: (fresh, gone) => {
        if (isAlive()) this.passages.change(fresh, gone);
      },
      onRead: () => {
        this.onRead();
        if (isShowing) void this.passages.refresh();
      },
      onMarked: () => {
        if (isMarking) this.settle();
      },
      onMarkMoved: (mark) => {
        this.pointed.follow(mark);
        this.cursor.ring.follow(mark);
        this.card.followMark(mark);
      },
      onMarkGone: (mark) => {
        this.pointed.forget(mark);
        this.cursor.ring.forget(mark);
        this.card.forget(mark);
      },
      onFramesWent: () => void callBackground('framesWent', null),
    });
    const { paint } = this.content;
    this.stage = new StageSource(settings, () => this.content.script());
    this.announcing = new Announcing(this.stage);
    this.pointed = new StandingOut(paint, 'govgloss-pointed');
    this.cursor = new MarkCursor(paint, () => this.content.marksToStep());
    this.passages = new SavedPassages(paint, {
      page: currentPage,
      historyEntry,
      formerKey,
      pageText: () => this.content.text(),
      isShown: () => shownOn(this.settings, pageHost()).kept,
      isCurrent: (block) => this.content.holds(block),
      isLoading: () => document.readyState !== 'complete',
    });
    this.keeping = new Keeping({
      passages: this.passages,
      stage: this.stage,
      isMarked: isShowing,
      privately: () => this.stage.privately,
      // Where nothing is to be marked nothing is offered either; what was kept can be pressed and edited.
      offers: () => (isMarking ? this.settings.toolbar : 'never'),
      pageText: (without) => this.content.text(without),
      isRead: (node) => this.content.knows(node),
      shadowRoots: () => this.content.shadowRoots,
    });
    this.card = new HoverCard({
      stage: this.stage,
      onKeepSentence: (mark) => void this.keeping.keepSentence(mark),
      onNotThis: refuse,
      onShown: (mark) => this.pointed.show(mark),
    });
    const { card, cursor, keeping, announcing } = this;
    this.keys = new PageKeys({ card, cursor, keeping, announcing });
  }

  start(): void {
    this.content.start();
    if (this.options.isShowing) this.watch();
  }

  private watch(): void {
    const { signal } = this.ending;
    this.keeping.watch(signal);
    const listening = { signal, capture: true, passive: true };
    const follow = () => this.follow();
    for (const type of ['scroll', 'resize'] as const) listen(window, type, follow, listening);
    listen(document, 'fullscreenchange', () => this.card.dismiss(), listening);
    for (const type of ['load', 'click', 'visibilitychange'] as const) {
      // After the page's own listeners have had their turn.
      listen(window, type, () => setTimeout(() => this.lookAgain()), listening);
    }
    this.keys.watch(signal);
  }

  /** Ends the reading; what is being said to the reader stays for its time. */
  stopReading(): void {
    this.ending.abort();
    this.pointing?.abort();
    this.content.stop();
    this.passages.stop();
    this.onRead();
  }

  stop(): void {
    this.stopReading();
    this.card.dismiss();
    this.keeping.hide();
    this.announcing.leave();
    this.badge.withdraw();
  }

  changeSettings(settings: Settings): void {
    if (settings === this.settings) return;
    this.settings = settings;
    this.stage.change(settings);
    this.passages.repaint();
    this.content.changeSettings(this.forContent(settings));
    this.badge.tell();
  }

  private forContent(settings: Settings): Settings {
    return this.options.isMarking ? settings : { ...settings, ...UNMARKED };
  }

  /** The page comes back as it was left: what happened meanwhile was told to nobody. */
  async comeBack(): Promise<void> {
    this.badge.forget();
    this.badge.tell();
    await this.passages.load();
  }

  /** What the page names, for the popup. */
  findings(): Findings {
    return {
      hostDivision: this.content.names.hostDivision,
      entities: this.content.marks.tally.report(),
      highlights: this.passages.places(),
      isMarked: this.content.isMarked,
    };
  }

  /**
   * Goes to the nth mention of an entity, those that are shown before those that are hidden; counts on
   * from the first after the last. Null when there is none.
   */
  goToMention(id: EntityId, nth: number): { isShown: boolean } | null {
    const marks = this.content.marksInOrder().filter(({ mention }) => mention.entity === id);
    return this.cursor.goToNth(marks, nth, (mark) => this.content.marks.isAside(mark));
  }

  /** Goes to a saved passage; null where it is not found. */
  goToHighlight(id: string): { isShown: boolean } | null {
    const edges = this.passages.edges(id);
    return edges && { isShown: goToText(edges.start, edges.end) };
  }

  /** Goes to the next of the places that are equally a passage's own; null where it has one at most. */
  stepPlace(id: string, by: 1 | -1): { isShown: boolean } | null {
    return this.passages.step(id, by) ? this.goToHighlight(id) : null;
  }

  /** Keeps what is selected, and says so; false when nothing can be said, and nothing was kept. */
  async keepSelection(): Promise<boolean> {
    this.content.paint.restore();
    // A selection may be further down than has been read.
    const [stage] = await Promise.all([this.stage.get(), this.read]);
    if (stage) await this.keeping.keepSelection();
    return stage !== null;
  }

  async command(name: PageCommand): Promise<void> {
    if (!this.options.isMarking) return;
    this.content.paint.restore();
    switch (name) {
      case 'next-mention':
        return this.goOn(1);
      case 'previous-mention':
        return this.goOn(-1);
      case 'open-card': {
        const mark = this.cursor.current ?? this.cursor.step(1);
        if (mark) this.card.summon(mark, 'keyboard', null);
      }
    }
  }

  private async goOn(by: 1 | -1): Promise<void> {
    const mark = this.cursor.step(by);
    this.keys.reach();
    await this.announcing.say(mark);
  }

  private settle(): void {
    this.watchPointer();
    this.lookAtPointer();
    this.badge.tell();
  }

  /** The reader is here: what nothing tells of, and what could not be had, is looked at again. */
  private lookAgain(): void {
    this.content.lookAgain();
    if (this.content.isRead) void this.passages.refresh();
  }

  /** Pointer listeners cost something on every move: they are there only while marks are. */
  private watchPointer(): void {
    const { index, isEmpty } = this.content.marks;
    if (isEmpty) {
      this.pointing?.abort();
      this.pointing = null;
      return;
    }
    if (this.pointing) return;
    this.pointing = new AbortController();
    this.lookAtPointer = watchPointer(
      {
        index,
        card: this.card,
        shadowRoots: () => this.content.shadowRoots,
        isAlive: this.options.isAlive,
        isNamed: (node) => this.content.knowsNamesIn(node),
        isBusy: () => this.keeping.isSelecting,
        onPointed: (mark) => this.point(mark),
      },
      this.pointing.signal,
    );
  }

  private point(mark: Mark | null): void {
    this.content.paint.restore();
    // Where marks are not drawn until one points at them.
    if (this.settings.strength === 'hover' && !this.card.isShown) this.pointed.show(mark);
    if (mark && this.settings.panelFollows) {
      void callBackground('reportPointer', { id: mark.mention.entity });
    }
  }

  private follow(): void {
    this.card.follow();
    this.keeping.follow();
  }
}
