import { CdpView, type SendCommand } from './cdp-view';
import { TARGET_GONE, type TargetSession } from './target-session';

/** The toolbar popup of Chromium, open for real. */
export class ChromiumPopup extends CdpView {
  protected readonly send: SendCommand;

  constructor(session: TargetSession) {
    super();
    this.send = (method, params) => session.send(method, params);
  }

  async close(): Promise<void> {
    try {
      await this.evaluate(() => window.close());
    } catch (error) {
      // It may be gone before it can answer.
      if (!(error instanceof Error && error.message === TARGET_GONE)) throw error;
    }
  }
}
