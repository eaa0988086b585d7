import { isInFront } from '@/lib/dom/in-front';
import { listen } from '@/lib/dom/listen';
import { whenHan } from '@/lib/dom/when-han';
import { currentPage, formerKey, pageHost } from '@/lib/frame/page-address';
import { SignsOfLife } from '@/lib/frame/signs-of-life';
import { changeList } from '@/lib/messages/change-list';
import { callBackground } from '@/lib/messages/client';
import type { CallError, PageCalls } from '@/lib/messages/protocol';
import { reportError } from '@/lib/messages/report-error';
import type { Handlers } from '@/lib/messages/server';
import { askForSettings } from '@/lib/messages/settings-for-page';
import { err, ok, type Result } from '@/lib/model/result';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import type { PageReport } from '@/lib/model/views';
import { askForKept } from '@/lib/passages/ask-background';
import { createTurns } from '@/lib/resource/in-turn';
import { Resource } from '@/lib/resource/resource';
import { Session } from './session';
import { isPaused } from './wanted';
import { WantedSettings } from './wanted-settings';

/**
 * What becomes of one frame: looked at once it is started; marked when it holds Chinese text and
 * the reader has not paused its site; asleep otherwise. One that is never started only visits: it
 * keeps what the reader tells it to keep, and leaves.
 */
export class Annotator {
  private readonly ending = new AbortController();
  private readonly settings = new WantedSettings(() => void this.mark(), this.signal);
  private session: Session | null = null;
  private isStarted = false;
  /** There is Chinese text: the frame is to be marked, as far as the reader wants it. */
  private isAwake = false;
  /** Whether the session there is finds names, or shows what was kept and nothing else. */
  private isMarking = false;
  private keeping: Promise<boolean> | null = null;
  /** Whether something is kept of the page, where it is not marked. */
  private readonly hasKept = new Resource<boolean>({
    ask: async () => {
      const kept = await askForKept(currentPage().pageKey, formerKey());
      return kept && kept.length > 0;
    },
    onFailed: (error) => {
      if (error !== null) reportError(error, 'what is kept');
    },
    now: () => performance.now(),
  });
  private readonly signs = new SignsOfLife(this.signal);
  private readonly inTurn = createTurns();

  /** @param isValid false once the extension was reloaded or removed under the page */
  constructor(private readonly isValid: () => boolean) {
    this.signal.addEventListener('abort', () => this.pause());
  }

  /** Aborts when the page is left: as if it had never been read. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** False once the page was left; it is left now if the extension is gone. */
  isAlive(): boolean {
    if (!this.isValid()) this.leave();
    return !this.signal.aborted;
  }

  /** Begins at once if the page holds Chinese text, or as soon as some arrives. A second start does nothing. */
  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    whenHan(() => this.wake(), this.signal);
    if (!this.isAwake) void this.settings.ask().then(() => this.showKept());
  }

  readonly calls: Handlers<PageCalls> = {
    getReport: async () => {
      if (!this.isStarted) return err({ code: 'nobody', detail: 'visiting' });
      // Whoever asks is told what is known now, and more the next time.
      void this.mark();
      return ok(this.report());
    },
    askAgain: async () => {
      await this.settings.askNow();
      await this.session?.content.askNow();
      await this.mark();
      return ok(null);
    },
    goToMention: async ({ id, nth }) => {
      const went = this.session?.goToMention(id, nth);
      return went ? ok(went) : err({ code: 'unknown-id', detail: id });
    },
    goToHighlight: async ({ id }) => {
      const went = this.session?.goToHighlight(id);
      return went ? ok(went) : err({ code: 'unknown-id', detail: id });
    },
    stepPlace: async ({ id, by }) => {
      const went = this.session?.stepPlace(id, by);
      return went ? ok(went) : err({ code: 'unknown-id', detail: id });
    },
    command: async ({ name }) => {
      if (!isInFront()) return ok(null);
      if (name === 'toggle-site') return this.toggleSite();
      await this.mark();
      await this.session?.command(name);
      return ok(null);
    },
    keepSelection: async () =>
      (await this.keepSelection()) ? ok(null) : err({ code: 'internal', detail: 'unsaid' }),
    highlightsChanged: async () => {
      await this.session?.passages.load();
      await this.lookForKept();
      return ok(null);
    },
    datasetChanged: async () => {
      this.session?.content.renewNames();
      await this.mark();
      return ok(null);
    },
    settingsChanged: async () => {
      await this.settings.renewAfterChange();
      await this.mark();
      return ok(null);
    },
    accessTaken: async () => {
      await this.leaveIfClosed();
      return ok(null);
    },
    acceptCandidate: async ({ id }) =>
      this.session ? this.session.passages.acceptCandidate(id) : answered(false, id),
  };

  /**
   * Also where nothing is marked: on a paused site, on a page without Chinese text, and where we
   * were let in for this alone, and leave when it is done. False when the reader was told nothing.
   */
  private keepSelection(): Promise<boolean> {
    const keep = async () => {
      await this.mark();
      // Where we stay, what is kept is shown from now on.
      if (!this.session && this.isStarted) {
        await this.settings.ask();
        const { value } = this.settings;
        if (!this.session && value) this.begin(value, false);
      }
      return this.session ? this.session.keepSelection() : this.visit();
    };
    // A reader who asks twice, while the page loads, means it once.
    this.keeping ??= keep().finally(() => {
      this.keeping = null;
      if (!this.isStarted) this.leave();
    });
    return this.keeping;
  }

  /** Reads the page once, keeps, says so, and stops reading. What cannot be had is done without. */
  private async visit(): Promise<boolean> {
    await this.settings.ask();
    const visit = new Session(this.settings.value ?? DEFAULT_SETTINGS, {
      ...{ isMarking: false, isShowing: false },
      isAlive: () => this.isAlive(),
    });
    try {
      visit.start();
      return await visit.keepSelection();
    } finally {
      visit.stopReading();
    }
  }

  private wake(): void {
    this.isAwake = true;
    const listening = { signal: this.signal };
    listen(window, 'pageshow', (event) => void this.comeBack(event), listening);
    void this.mark();
  }

  /** Makes the marks what they should be by what is known, and asks for what is not. */
  private async mark(): Promise<void> {
    if (!this.isAwake || !this.isAlive()) return;
    this.apply();
    await this.settings.ask();
    if (this.isAlive()) this.apply();
  }

  private apply(): void {
    const settings = this.settings.value;
    // What the reader wants is not guessed: a paused site may not be marked for want of an answer.
    if (!settings) return;
    const isMarking = !isPaused(settings, pageHost());
    if (this.session && this.isMarking !== isMarking) this.pause();
    if (this.session) this.session.changeSettings(settings);
    else if (!isMarking) void this.showKept();
    else if (this.settings.isKnown) this.begin(settings, true);
  }

  private begin(settings: Settings, isMarking: boolean): void {
    const options = { isMarking, isShowing: true, isAlive: () => this.isAlive() };
    this.isMarking = isMarking;
    this.session = new Session(settings, options);
    this.session.start();
  }

  /**
   * Where nothing is to be marked, as on a paused site, what was kept is shown all the same. A page of which
   * nothing is kept is not read.
   */
  private async showKept(): Promise<void> {
    if (!this.isAlive()) return;
    const hasKept = await this.hasKept.get();
    if (!hasKept.ok) {
      this.signs.wait(this.hasKept.pause, () => void this.showKept());
      return;
    }
    const { value } = this.settings;
    const isUnmarked = !this.isAwake || (value && isPaused(value, pageHost()));
    if (hasKept.value && value && isUnmarked && !this.session && this.isAlive())
      this.begin(value, false);
  }

  /** What is kept may have changed: where nothing is shown yet, that is asked anew. */
  private async lookForKept(): Promise<void> {
    this.hasKept.forget();
    const { value } = this.settings;
    const isPausedHere = value !== null && isPaused(value, pageHost());
    if (this.isStarted && !this.session && (isPausedHere || !this.isAwake)) await this.showKept();
  }

  /** The reader goes back to a page that the browser had kept, frozen: it was told of no change. */
  private async comeBack({ persisted }: PageTransitionEvent): Promise<void> {
    if (!persisted || !this.isAlive() || (await this.leaveIfClosed())) return;
    const { session } = this;
    await this.settings.renew();
    await this.mark();
    if (!session || session !== this.session) return;
    session.content.renewNames();
    await session.comeBack();
  }

  /** Leaves the page if its site may no longer be read; answers whether it did. */
  private async leaveIfClosed(): Promise<boolean> {
    const open = await callBackground('mayRead', null);
    const isClosed = open.ok && !open.value;
    if (isClosed) this.leave();
    return isClosed;
  }

  /** Leaves the page as if it had never been read. */
  leave(): void {
    this.ending.abort();
  }

  private pause(): void {
    this.session?.stop();
    this.session = null;
  }

  /**
   * Pauses marking on this site, or takes the pause back; twice in a row changes nothing. The
   * background says when it was not kept.
   */
  private toggleSite(): Promise<Result<null, CallError>> {
    return this.inTurn(async () => {
      if (self !== top) return ok(null);
      const [entry, settings] = [pageHost(), await askForSettings()];
      if (!settings) return err({ code: 'internal', detail: 'no settings' });
      const holds = !isPaused(settings, entry);
      const failure = await changeList({ list: 'pausedHosts', entry, holds });
      return failure === null ? ok(null) : err({ code: 'internal', detail: failure });
    });
  }

  private report(): PageReport {
    const page = currentPage();
    const none = { hostDivision: null, entities: [], highlights: [], isMarked: false };
    const { isMarked, ...findings } = this.session?.findings() ?? none;
    return { ...page, ...findings, state: this.state(isMarked) };
  }

  private state(isMarked: boolean): PageReport['state'] {
    const { value, isLacking } = this.settings;
    if (!this.isAwake) return 'ready';
    if (value && isPaused(value, pageHost())) return 'paused';
    if (isLacking || this.session?.content.hasFailed) return 'failed';
    return isMarked ? 'ready' : 'reading';
  }
}

function answered(done: boolean | undefined, id: string) {
  return done ? ok(null) : err({ code: 'unknown-id' as const, detail: id });
}
