import { coverByPointer, coverOf } from './cover';

/** So long, in ms, a view must lie open and still before a press on it counts: as one sees what one presses. */
const OPEN_FOR_MS = 200;
/** Chromium looks for what covers an element no more often than so many ms. */
const OBSERVED_EVERY_MS = 100;
/** Where the browser does not tell, it is looked for after a pause of between these, in ms: a page must not know when. */
const LOOK_MS = { least: 40, most: 120 };

interface CoverObserverInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

/** Whether the browser tells what is painted over an element (Chromium). */
const TELLS = 'trackVisibility' in IntersectionObserver.prototype;

/**
 * Knows whether a view of ours has been open to the reader's eye, uncovered and where it is, long
 * enough for a press on it to be meant. A page can lay what takes no pointer over our views, or
 * bring them under a press that was for something else.
 */
export class OpenWatch {
  private openSince: number | null = null;
  private stopLooking: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange told whether presses count from now on */
  constructor(
    private readonly host: HTMLElement,
    private readonly onChange: (isOpen: boolean) => void,
  ) {}

  start(): void {
    this.stop();
    this.stopLooking = TELLS ? this.observe() : this.look();
  }

  stop(): void {
    this.stopLooking?.();
    this.stopLooking = null;
    this.take(false);
  }

  /** The view is elsewhere now: it must lie there for a while. */
  moved(): void {
    if (this.openSince === null) return;
    this.take(false);
    this.take(true);
  }

  /**
   * Whether a press at this moment counts. One by a key counts at once where nothing lies over the view:
   * no page brings the focus into it.
   */
  isOpen(byKey: boolean): boolean {
    const { openSince } = this;
    if (openSince === null) return false;
    if (!byKey && performance.now() - openSince < OPEN_FOR_MS) return false;
    return !(TELLS ? coverByPointer : coverOf)(this.host);
  }

  private take(isClear: boolean): void {
    if (isClear === (this.openSince !== null)) return;
    clearTimeout(this.timer);
    this.openSince = isClear ? performance.now() : null;
    if (isClear) this.timer = setTimeout(() => this.onChange(true), OPEN_FOR_MS);
    else this.onChange(false);
  }

  private observe(): () => void {
    const told: CoverObserverInit = { trackVisibility: true, delay: OBSERVED_EVERY_MS };
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) this.take('isVisible' in entry && entry.isVisible === true);
    }, told);
    observer.observe(this.host);
    return () => observer.disconnect();
  }

  private look(): () => void {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      this.take(!coverOf(this.host));
      const { least, most } = LOOK_MS;
      timer = setTimeout(look, least + Math.random() * (most - least));
    };
    look();
    return () => clearTimeout(timer);
  }
}
