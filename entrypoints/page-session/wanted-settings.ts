import { SignsOfLife } from '@/lib/frame/signs-of-life';
import { askForSettings } from '@/lib/messages/settings-for-page';
import type { Settings } from '@/lib/model/settings';
import { Resource } from '@/lib/resource/resource';

/**
 * What the reader wants: asked for when first needed, kept up with from then on, and asked for again
 * when it could not be had.
 */
export class WantedSettings {
  private readonly settings = new Resource<Settings>({
    ask: askForSettings,
    // What is thrown by asking is a bug, or the extension is gone.
    onFailed: (error) => {
      if (error !== null) console.error('GovGloss', error);
    },
    now: () => performance.now(),
  });
  private readonly signs: SignsOfLife;

  constructor(
    /** There is something to know, or an occasion to ask for it. */
    private readonly onOccasion: () => void,
    signal: AbortSignal,
  ) {
    this.signs = new SignsOfLife(signal);
  }

  /** What is known, or was last; null before the first answer. */
  get value(): Settings | null {
    return this.settings.value;
  }

  /** Whether what is known holds: not while it is being asked for anew. */
  get isKnown(): boolean {
    return this.settings.state.name === 'known';
  }

  /** Whether nothing is known because it could not be had. */
  get isLacking(): boolean {
    return this.settings.state.name === 'failed' && this.value === null;
  }

  /** Asks if it is not known and may be asked for again already. */
  async ask(): Promise<void> {
    await this.settings.get();
    this.waitForSign();
  }

  /** Asks at once if it failed, however lately. */
  async askNow(): Promise<void> {
    if (this.settings.state.name === 'failed') await this.settings.renew();
  }

  /** It may have changed without a word of it. */
  renew(): Promise<void> {
    return this.settings.renew();
  }

  /** Asks again, after a change, if it has been asked for. */
  renewAfterChange(): Promise<void> {
    return this.settings.renewAfterChange();
  }

  private waitForSign(): void {
    if (this.settings.state.name === 'failed') {
      this.signs.wait(this.settings.pause, this.onOccasion);
    } else {
      this.signs.cease();
    }
  }
}
