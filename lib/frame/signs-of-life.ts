import { listen } from '@/lib/dom/listen';

/** What tells that somebody is with the page. */
const SIGNS = ['pageshow', 'visibilitychange', 'focus', 'click', 'keydown'] as const;

/** After a longer pause than this, in ms, only a sign of life is an occasion: no page asks for ever. */
const LONGEST_WAIT_MS = 60_000;

/** Waits for an occasion to ask again for what could not be had; for one at a time, the latest. */
export class SignsOfLife {
  private waiting: AbortController | null = null;

  /** @param signal after it has aborted nobody is called back */
  constructor(private readonly signal: AbortSignal) {}

  /**
   * Calls back once, after `pause` ms while the page is seen, or at a sign of life before: the
   * reader comes back to the page, or does something on it.
   */
  wait(pause: number, onSign: () => void): void {
    this.cease();
    if (this.signal.aborted) return;
    this.waiting = new AbortController();
    const signal = AbortSignal.any([this.signal, this.waiting.signal]);
    const call = () => {
      if (signal.aborted) return;
      this.cease();
      onSign();
    };
    const listening = { capture: true, passive: true, signal };
    for (const type of SIGNS) listen(window, type, call, listening);
    if (pause > LONGEST_WAIT_MS || document.visibilityState !== 'visible') return;
    const timer = setTimeout(call, pause);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Waits no more. */
  cease(): void {
    this.waiting?.abort();
    this.waiting = null;
  }
}
