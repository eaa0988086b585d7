import { askForSettings } from '@/lib/messages/settings-for-page';
import type { Settings } from '@/lib/model/settings';
import { Resource } from '@/lib/resource/resource';
import { askForFinder, type Finder } from './finder';
import { atNextSign } from './signs-of-life';

/** How the page asks; what is thrown by asking is a bug, or the extension is gone. */
const ASKING = {
  now: () => performance.now(),
  onFailed: (error: unknown) => {
    if (error !== null) console.error('GovGloss', error);
  },
};

/**
 * What a page needs to be marked: the reader's settings, and the names. Asked for when first needed,
 * kept up with from then on, and asked for again when they could not be had.
 */
export class Needs {
  readonly settings = new Resource<Settings>({ ask: askForSettings, ...ASKING });
  readonly finder: Resource<Finder> = new Resource<Finder>({
    ask: () => askForFinder(this.finder.value),
    ...ASKING,
  });
  private waiting: AbortController | null = null;

  constructor(
    /** There is something to know, or an occasion to ask for it. */
    private readonly onOccasion: () => void,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Whether all has been answered for now: what is still lacking then could not be had. Settings
   * that are asked for again have changed: those of before do not count.
   */
  get isAnswered(): boolean {
    return (
      this.settings.state.name !== 'asked' &&
      this.all.every(({ value, state }) => value !== null || state.name === 'failed')
    );
  }

  /** Whether something is lacking because it could not be had. */
  get isLacking(): boolean {
    return this.failed.some(({ value }) => value === null);
  }

  /** Asks for what is not known, as far as it may be asked for again already. */
  async ask(): Promise<void> {
    await Promise.all([this.settings.get(), this.finder.get()]);
    this.waitForSign();
  }

  /** Asks at once for what failed, however lately. */
  async askNow(): Promise<void> {
    await Promise.all(this.failed.map((resource) => resource.renew()));
  }

  /** All that is known may have changed without a word of it. */
  async renew(): Promise<void> {
    await Promise.all([this.settings.renew(), this.renewFinder()]);
  }

  /** The settings are others now. */
  renewSettings(): Promise<void> {
    return renewed(this.settings);
  }

  /** The names, or the reader's own entries, may be others now. */
  renewFinder(): Promise<void> {
    return renewed(this.finder);
  }

  private get all() {
    return [this.settings, this.finder];
  }

  private get failed() {
    return this.all.filter(({ state }) => state.name === 'failed');
  }

  private waitForSign(): void {
    this.waiting?.abort();
    const { failed } = this;
    if (failed.length === 0) return;
    this.waiting = new AbortController();
    const pause = Math.min(...failed.map((resource) => resource.pause));
    atNextSign(pause, this.onOccasion, AbortSignal.any([this.signal, this.waiting.signal]));
  }
}

/** Asks again, after a change, for what has been asked for. */
async function renewed<T>(resource: Resource<T>): Promise<void> {
  // The answer to a question that is under way may be of before the change.
  if (resource.state.name === 'asked') await resource.renew();
  if (resource.state.name !== 'unasked') await resource.renew();
}
