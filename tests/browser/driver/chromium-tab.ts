import type { CDPSession, Frame, Page } from 'playwright-core';
import { CdpView, type SendCommand } from './cdp-view';
import { answerOf, expressionFor } from './expression';
import type { TestFrame, TestTab } from './test-browser';

/** A tab of Chromium: Playwright goes to addresses, DevTools does the rest. */
export class ChromiumTab extends CdpView implements TestTab {
  readonly page: Page;
  protected readonly send: SendCommand;

  private constructor(page: Page, session: CDPSession) {
    super();
    this.page = page;
    // Playwright types each command by its name; ours come as plain text.
    const send = session.send.bind(session) as SendCommand;
    this.send = (method, params = {}) => send(method, params);
  }

  static async of(page: Page): Promise<ChromiumTab> {
    return new ChromiumTab(page, await page.context().newCDPSession(page));
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async activate(): Promise<void> {
    await this.page.bringToFront();
  }

  async frames(): Promise<TestFrame[]> {
    const top = this.page.mainFrame();
    return this.page
      .frames()
      .filter((frame) => frame !== top)
      .map((frame) => new ChromiumFrame(frame));
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

class ChromiumFrame implements TestFrame {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  async url(): Promise<string> {
    return this.#frame.url();
  }

  async evaluate<T, A>(fn: (arg: A) => T, arg?: A): Promise<Awaited<T>> {
    return answerOf<Awaited<T>>(await this.#frame.evaluate(expressionFor(fn, arg)));
  }
}
