import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { TargetSession } from './target-session';

interface RuntimeEvent {
  exceptionDetails?: { text: string; url?: string; exception?: { description?: string } };
  type?: string;
  args?: { value?: unknown; description?: string }[];
}

/** Gathers what the extension throws or logs as an error: in its pages, its worker, on sites. */
export class ChromiumErrors {
  #errors: string[] = [];
  #origin: string;

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /** Starts to listen. `origin` is the extension's: what comes from elsewhere is the page's own. */
  static async watch(
    context: BrowserContext,
    session: CDPSession,
    origin: string,
  ): Promise<ChromiumErrors> {
    const self = new ChromiumErrors(origin);
    const isOurs = (url: string) => url.startsWith(self.#origin);
    const watchPage = (page: Page) => {
      page.on('pageerror', (error) => {
        const ours = isOurs(page.url()) || error.stack?.includes(self.#origin);
        if (ours) self.#errors.push(error.stack ?? error.message);
      });
      page.on('console', (message) => {
        const ours = isOurs(message.location().url);
        if (ours && message.type() === 'error') self.#errors.push(message.text());
      });
    };
    context.pages().forEach(watchPage);
    context.on('page', watchPage);
    session.on('Target.targetCreated', ({ targetInfo: { type, url, targetId } }) => {
      if (type === 'service_worker' && isOurs(url)) void self.#watchWorker(session, targetId);
    });
    await session.send('Target.setDiscoverTargets', { discover: true });
    return self;
  }

  /** From now on another extension is watched; what the last one has left is forgotten. */
  turnTo(origin: string): void {
    this.#origin = origin;
    this.#errors = [];
  }

  take(): string[] {
    const taken = this.#errors;
    this.#errors = [];
    return taken;
  }

  async #watchWorker(session: CDPSession, targetId: string): Promise<void> {
    const worker = await TargetSession.attach(session, targetId, (method, params) => {
      const event = params as RuntimeEvent;
      if (method === 'Runtime.exceptionThrown') {
        const details = event.exceptionDetails;
        this.#errors.push(details?.exception?.description ?? details?.text ?? 'unknown error');
      } else if (method === 'Runtime.consoleAPICalled' && event.type === 'error') {
        const words = event.args?.map((arg) => arg.description ?? String(arg.value)) ?? [];
        const text = words.join(' ');
        // What a worker that has been stopped hears of a call that was under way.
        if (!/\bNo SW\b/.test(text)) this.#errors.push(text);
      }
    });
    await worker.send('Runtime.enable');
  }
}
