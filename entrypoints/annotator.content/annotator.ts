import { hasHanText } from '@/lib/dom/has-han';
import { isOurs } from '@/lib/dom/ours';
import { PageWatch } from '@/lib/dom/page-watch';
import { watchFrames } from '@/lib/dom/watch-frames';
import { changeList } from '@/lib/messages/change-list';
import { callBackground } from '@/lib/messages/client';
import type { CallError, PageCalls } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import { readSettings, watchSettings } from '@/lib/messages/settings';
import { err, ok, type Result } from '@/lib/model/result';
import type { Settings } from '@/lib/model/settings';
import type { PageReport } from '@/lib/model/views';
import { askForFinder, type Finder } from './finder';
import { keepOnce } from './keep-once';
import { currentPageKey, pageAddress, pageHost } from './page-address';
import { Session } from './session';
import { isPaused } from './wanted';

/**
 * What becomes of one page: looked at once; marked when it holds Chinese text and the reader has
 * not paused its site; asleep otherwise. Owns the settings, the detector and the session.
 */
export class Annotator {
  private settings: Settings | null = null;
  private finder: Finder | null = null;
  private session: Session | null = null;
  private waking: Promise<void> | null = null;
  private isStarted = false;

  /**
   * @param isAlive false once the extension was reloaded or removed under the page
   * @param leave aborts `signal`: the page is left as if it had never been read
   */
  constructor(
    private readonly signal: AbortSignal,
    private readonly isAlive: () => boolean,
    private readonly leave: () => void,
  ) {
    signal.addEventListener('abort', () => this.pause());
  }

  /** Begins at once if the page holds Chinese text, or as soon as some arrives. */
  start(): void {
    this.isStarted = true;
    // What a frame named goes with its document, and that has no time to say so.
    watchFrames(() => void callBackground('framesWent', null), this.signal);
    if (hasHanText(document.body)) {
      this.waking = this.wake();
      return;
    }
    const wakeIf = (nodes: Node[]) => {
      if (!nodes.some(hasHanText)) return;
      watch.stop();
      this.waking = this.wake();
    };
    const watch = new PageWatch(
      isOurs,
      ({ places }) => wakeIf(places),
      () => wakeIf([document.body]),
    );
    watch.observe(document);
    this.signal.addEventListener('abort', () => watch.stop());
  }

  readonly calls: Handlers<PageCalls> = {
    getReport: async () => ok(this.report()),
    goToMention: async ({ id, nth }) => answered(this.session?.goToMention(id, nth), id),
    goToHighlight: async ({ id }) => answered(this.session?.goToHighlight(id), id),
    command: async ({ name }) => {
      if (!isInFront()) return ok(null);
      if (name === 'toggle-site') return this.toggleSite();
      if (name === 'highlight-selection') await this.keepSelection();
      else await this.session?.command(name);
      return ok(null);
    },
    keepSelection: async () => {
      await this.keepSelection();
      return ok(null);
    },
    highlightsChanged: async () => {
      await this.session?.passages.load();
      return ok(null);
    },
    datasetChanged: async () => {
      // What it wakes with may be of before the change.
      await this.waking;
      await this.renewFinder();
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
   * were let in for this alone, and leave when it is done.
   */
  private async keepSelection(): Promise<void> {
    try {
      if (this.session) await this.session.command('highlight-selection');
      else await keepOnce();
    } finally {
      if (!this.isStarted) this.leave();
    }
  }

  private async wake(): Promise<void> {
    const { signal } = this;
    // From before they are read: what changes meanwhile is newer than what was read.
    watchSettings((changed) => this.changeSettings(changed), signal);
    const [settings, finder] = await Promise.all([readSettings(), askForFinder(null)]);
    if (signal.aborted) return;
    this.settings ??= settings;
    this.finder = finder;
    window.addEventListener('pageshow', (event) => void this.comeBack(event), { signal });
    this.resume();
  }

  /** The reader goes back to a page that the browser had kept, frozen. */
  private async comeBack({ persisted }: PageTransitionEvent): Promise<void> {
    if (!persisted || !this.isAlive() || (await this.leaveIfClosed())) return;
    const settings = await readSettings();
    const { session } = this;
    this.changeSettings(settings);
    await this.renewFinder();
    if (session && session === this.session) await session.comeBack();
  }

  /** Leaves the page if its site may no longer be read; answers whether it did. */
  private async leaveIfClosed(): Promise<boolean> {
    const open = await callBackground('mayRead', null);
    const isClosed = open.ok && !open.value;
    if (isClosed) this.leave();
    return isClosed;
  }

  /** Finds anew if the dataset, or the reader's own entries, are others than those it has. */
  private async renewFinder(): Promise<void> {
    const finder = this.settings && (await askForFinder(this.finder));
    if (!finder || finder === this.finder) return;
    this.finder = finder;
    if (this.session) this.session.changeFinder(finder);
    else this.resume();
  }

  private changeSettings(settings: Settings): void {
    this.settings = settings;
    if (isPaused(settings, pageHost())) this.pause();
    else if (this.session) this.session.changeSettings(settings);
    else this.resume();
  }

  private resume(): void {
    const { settings, finder, signal } = this;
    if (this.session || !settings || !finder || signal.aborted) return;
    if (isPaused(settings, pageHost())) return;
    this.session = new Session(finder, settings, this.isAlive);
    this.session.start();
  }

  private pause(): void {
    this.session?.stop();
    this.session = null;
  }

  /** Pauses marking on this site, or takes the pause back; the background says when it was not kept. */
  private async toggleSite(): Promise<Result<null, CallError>> {
    if (self !== top) return ok(null);
    const [entry, { pausedHosts }] = [pageHost(), await readSettings()];
    const holds = !pausedHosts.includes(entry);
    const failure = await changeList({ list: 'pausedHosts', entry, holds });
    return failure === null ? ok(null) : err({ code: 'internal', detail: failure });
  }

  private report(): PageReport {
    const page = { url: pageAddress(), title: document.title, pageKey: currentPageKey() };
    if (this.session) return { ...page, ...this.session.findings() };
    // Without a session a page that is awake is paused, or was given no gazetteer.
    const { settings, waking } = this;
    const awake = settings && (isPaused(settings, pageHost()) ? 'paused' : 'no-dataset');
    const state = awake ?? (waking ? 'reading' : 'ready');
    return { ...page, hostDivision: null, entities: [], highlights: [], state };
  }
}

function answered(done: boolean | undefined, id: string) {
  return done ? ok(null) : err({ code: 'unknown-id' as const, detail: id });
}

/** A command reaches all frames of a tab; the one that has the reader's attention obeys. */
function isInFront(): boolean {
  if (!document.hasFocus()) return self === top;
  const { activeElement } = document;
  return activeElement === null || !/^i?frame$/.test(activeElement.localName);
}
