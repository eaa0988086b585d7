import type { CDPSession } from 'playwright-core';

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
}

export const TARGET_GONE = 'The popup or worker is no longer there.';

/**
 * A DevTools session with a target that Playwright does not show (the popup, the worker), through
 * the session of the browser itself.
 */
export class TargetSession {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #onEvent: (method: string, params: unknown) => void;
  readonly #waiting = new Map<number, { resolve(v: unknown): void; reject(e: Error): void }>();
  #lastId = 0;

  private constructor(
    browser: CDPSession,
    sessionId: string,
    onEvent: (method: string, params: unknown) => void,
  ) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    this.#onEvent = onEvent;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#receive(JSON.parse(event.message));
    });
    browser.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#end();
    });
  }

  static async attach(
    browser: CDPSession,
    targetId: string,
    onEvent: (method: string, params: unknown) => void = () => {},
  ): Promise<TargetSession> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new TargetSession(browser, sessionId, onEvent);
  }

  /** @throws {Error} With the message TARGET_GONE when the target ends before it answers. */
  send(method: string, params: object = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      this.#browser
        .send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message })
        .catch(() => this.#end());
    });
  }

  #receive(message: Message): void {
    if (message.method !== undefined) this.#onEvent(message.method, message.params);
    const waiting = this.#waiting.get(message.id ?? 0);
    if (!waiting) return;
    this.#waiting.delete(message.id ?? 0);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(TARGET_GONE));
    this.#waiting.clear();
  }
}
