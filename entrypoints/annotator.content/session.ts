import { nameFor } from '@/components/text/names';
import type { Mark } from '@/lib/dom/mark-index';
import type { AnnouncerHandle } from '@/lib/dom/page-views';
import { changeList } from '@/lib/messages/change-list';
import { callBackground } from '@/lib/messages/client';
import type { PageCommand } from '@/lib/messages/protocol';
import type { EntityId } from '@/lib/model/entity';
import type { RefusalFailure, Settings } from '@/lib/model/settings';
import type { PageReport } from '@/lib/model/views';
import type { Finder } from './finder';
import { HoverCard } from './hover-card';
import { Keeping } from './keeping';
import { MarkCursor, scrollTo } from './mark-cursor';
import { pageHost } from './page-address';
import { PageContent } from './page-content';
import { PointedMark } from './pointed-mark';
import { watchPointer } from './pointing';
import { SavedPassages } from './saved-passages';
import { StageSource } from './stage';

/**
 * One stretch of marking a page: from the moment it is to be marked until it is paused, or the
 * extension goes. Joins the parts; each keeps its own state, and all end with `stop`.
 */
export class Session {
  readonly passages: SavedPassages;
  private readonly stage: StageSource;
  private readonly content: PageContent;
  private readonly card: HoverCard;
  private readonly cursor: MarkCursor;
  private readonly pointed: PointedMark;
  private readonly keeping: Keeping;
  private announcer: AnnouncerHandle | null = null;
  private readonly ending = new AbortController();
  /** Pointer listeners, while there are marks. */
  private pointing: AbortController | null = null;
  private reported = '';
  private asked = false;

  constructor(
    private finder: Finder,
    private settings: Settings,
    /** Asked where the page wakes us; when it says no, all of this has been stopped. */
    private readonly isAlive: () => boolean,
  ) {
    this.content = new PageContent(finder, settings, {
      onChanged: (gone) => {
        if (this.isAlive()) this.passages.lose(gone);
      },
      onSettled: () => void this.settle(),
      onMarkGone: (mark) => {
        this.card.forget(mark);
        this.cursor.forget(mark);
      },
      onFramesWent: () => void callBackground('framesWent', null),
    });
    const { paint } = this.content;
    this.stage = new StageSource(settings, () => this.content.script());
    this.pointed = new PointedMark(paint);
    this.cursor = new MarkCursor(paint, () => this.content.marksInOrder());
    this.passages = new SavedPassages(paint, {
      pageText: () => this.content.text(),
      entitiesIn: (text, span) => this.content.entitiesIn(text, span),
      isCurrent: (block) => this.content.holds(block),
    });
    this.keeping = new Keeping({
      passages: this.passages,
      stage: this.stage,
      isMarked: true,
      pageText: () => this.content.text(),
      isRead: (node) => this.content.knows(node),
      shadowRoots: () => this.content.shadowRoots,
    });
    this.card = new HoverCard({
      stage: this.stage,
      onKeepSentence: (mark) => void this.keeping.keepSentence(mark),
      onNotThis: refuse,
      onShown: (mark) => this.pointed.show(mark),
    });
  }

  start(): void {
    const { signal } = this.ending;
    this.content.start();
    this.keeping.watch(signal);
    const listening = { signal, capture: true, passive: true };
    window.addEventListener('scroll', () => this.follow(), listening);
    window.addEventListener('resize', () => this.follow(), listening);
    document.addEventListener('fullscreenchange', () => this.card.dismiss(), listening);
    for (const type of ['load', 'click', 'visibilitychange']) {
      // After the page's own listeners have had their turn.
      window.addEventListener(type, () => setTimeout(() => this.content.lookAgain()), listening);
    }
    document.addEventListener('keydown', (event) => this.press(event), { signal, capture: true });
  }

  stop(): void {
    this.ending.abort();
    this.pointing?.abort();
    this.card.dismiss();
    this.keeping.hide();
    this.announcer?.leave();
    this.content.stop();
    if (this.reported !== '') void callBackground('reportNames', { ids: [] });
  }

  changeSettings(settings: Settings): void {
    this.settings = settings;
    this.stage.change(settings);
    this.content.changeSettings(settings);
    this.report();
  }

  /** The page comes back as it was left: what happened meanwhile was told to nobody. */
  async comeBack(): Promise<void> {
    this.reported = '';
    this.report();
    await this.passages.load();
  }

  changeFinder(finder: Finder): void {
    this.finder = finder;
    this.content.changeFinder(finder);
  }

  /** What the page names, for the popup. */
  findings(): Pick<PageReport, 'hostDivision' | 'entities' | 'highlights' | 'state'> {
    return {
      hostDivision: this.finder.detector.divisionOfHost(pageHost()),
      entities: this.content.marks.tally(),
      highlights: this.passages.places(),
      state: this.content.isRead ? 'ready' : 'reading',
    };
  }

  /** Goes to the nth mention of an entity; counts on from the first after the last. */
  goToMention(id: EntityId, nth: number): boolean {
    const marks = this.content.marksInOrder().filter(({ mention }) => mention.entity === id);
    const mark = marks[nth % Math.max(1, marks.length)];
    if (mark) this.cursor.goTo(mark);
    return mark !== undefined;
  }

  goToHighlight(id: string): boolean {
    const edges = this.passages.edges(id);
    if (edges) scrollTo(edges.start, edges.end);
    return edges !== null;
  }

  async command(name: PageCommand): Promise<void> {
    this.content.paint.restore();
    switch (name) {
      case 'next-mention':
        return this.announce(this.cursor.step(1));
      case 'previous-mention':
        return this.announce(this.cursor.step(-1));
      case 'open-card': {
        const mark = this.cursor.current ?? this.cursor.step(1);
        if (mark) this.card.summon(mark, 'keyboard', null);
        return;
      }
      case 'highlight-selection':
        return this.keeping.keepSelection();
      case 'toggle-site':
        return;
    }
  }

  private async settle(): Promise<void> {
    this.watchPointer();
    this.report();
    if (this.asked) await this.passages.refresh();
    else {
      this.asked = true;
      await this.passages.load();
    }
  }

  /** Pointer listeners cost something on every move: they are there only while marks are. */
  private watchPointer(): void {
    const { index } = this.content.marks;
    if (index.isEmpty) {
      this.pointing?.abort();
      this.pointing = null;
      return;
    }
    if (this.pointing) return;
    this.pointing = new AbortController();
    watchPointer(
      {
        index,
        card: this.card,
        shadowRoots: () => this.content.shadowRoots,
        isAlive: this.isAlive,
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

  /** Esc takes back one thing at a time, the topmost first, before the page hears of it. */
  private press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.takeBack()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private takeBack(): boolean {
    if (this.card.dismiss()) return true;
    if (this.keeping.isShown) {
      this.keeping.hide();
      return true;
    }
    const wasRinged = this.cursor.current !== null;
    this.cursor.leave();
    this.announcer?.leave();
    return wasRinged;
  }

  private report(): void {
    const ids = this.content.marks.tally().map(({ id }) => id);
    // Browsers clear a tab's badge when its address changes, as single-page sites do.
    const report = [location.pathname + location.search, ...ids.toSorted()].join();
    if (report === this.reported || (this.reported === '' && ids.length === 0)) return;
    this.reported = report;
    void callBackground('reportNames', { ids });
  }

  /** Says where the reader is: name, kind, division. */
  private async announce(mark: Mark | null): Promise<void> {
    const stage = await this.stage.get();
    if (!stage || this.ending.signal.aborted) return;
    const { t, prefs } = stage.words;
    this.announcer ??= stage.views.createAnnouncer();
    if (!mark) {
      this.announcer.say(t('announce_none'));
      return;
    }
    const { entity, rivals, kind } = mark.mention;
    const card = await callBackground('getCard', { id: entity, rivals, script: prefs.script });
    if (!card.ok || this.cursor.current !== mark || this.ending.signal.aborted) return;
    this.announcer.say(
      t('announce_mention', {
        name: nameFor(card.value.entity.names, prefs),
        kind: t(`kind_${kind}`),
        division: nameFor(card.value.division.names, prefs),
      }),
    );
  }
}

/** The reader does not want a name marked: the background keeps that, the settings bring it back here. */
function refuse(mark: Mark, scope: 'site' | 'everywhere'): Promise<RefusalFailure | null> {
  const { start, end } = mark.mention;
  const form = mark.block.text.slice(start, end);
  const host = scope === 'site' ? pageHost() : '';
  return changeList({ list: 'ignored', entry: { form, host }, holds: true });
}
