import { loadScript } from '@/lib/frame/load-script';
import type { PageSession } from '@/lib/frame/page-session';
import { atNextSign } from '@/lib/frame/signs-of-life';
import { onSettingsChanged, readSettings } from '@/lib/messages/settings';
import type { Settings } from '@/lib/model/settings';
import { Resource } from '@/lib/resource/resource';

/** How the page asks; what is thrown by asking is a bug, or the extension is gone. */
const ASKING = {
  now: () => performance.now(),
  onFailed: (error: unknown) => {
    if (error !== null) console.error('GovGloss', error);
  },
};

/**
 * What it takes to mark a page: the reader's settings, and the script that reads. Asked for when
 * first needed, kept up with from then on, and asked for again when they could not be had.
 */
export class Needs {
  readonly settings = new Resource<Settings>({ ask: readSettings, ...ASKING });
  readonly session = new Resource<PageSession>({
    ask: () => loadScript('page-session', 'govglossSession'),
    ...ASKING,
  });
  private isWatching = false;
  private waiting: AbortController | null = null;

  constructor(
    /** There is something to know, or an occasion to ask for it. */
    private readonly onOccasion: () => void,
    private readonly signal: AbortSignal,
  ) {}

  /** Whether something is lacking because it could not be had. */
  get isLacking(): boolean {
    return this.failed.some(({ value }) => value === null);
  }

  /** Asks for what is not known, as far as it may be asked for again already. */
  async ask(): Promise<void> {
    // From before they are read: what changes meanwhile is newer than what was read.
    if (!this.isWatching) {
      this.isWatching = true;
      const changed = () => void renewed(this.settings).then(this.onOccasion);
      onSettingsChanged(changed, this.signal);
    }
    await Promise.all([this.settings.get(), this.session.get()]);
    this.waitForSign();
  }

  /** Asks at once for what failed, however lately. */
  async askNow(): Promise<void> {
    await Promise.all(this.failed.map((resource) => resource.renew()));
  }

  /** What the reader wants may have changed without a word of it. */
  renew(): Promise<void> {
    return this.settings.renew();
  }

  private get failed() {
    return [this.settings, this.session].filter(({ state }) => state.name === 'failed');
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
