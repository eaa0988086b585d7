import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PlacedHighlight } from '@/lib/messages/protocol';
import type { Highlight } from '@/lib/model/highlight';
import { ok } from '@/lib/model/result';

/** What the background is asked, in order; each question is answered when the test says so. */
export interface Asked {
  name: string;
  input: Record<string, unknown>;
  answer(value: unknown): void;
  fail(code: string): void;
  /** The background dies before it answers. */
  die(): void;
}

/** Stands in for the background: what a page asks it, and what it is told. */
export class Background {
  private asked: Asked[] = [];
  private onAsked = () => {};

  listen(): void {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((...args: unknown[]) => {
      const { govgloss, input } = args[0] as Pick<Asked, 'input'> & { govgloss: string };
      return new Promise((resolve) => {
        this.asked.push({
          name: govgloss,
          input,
          answer: (value) => resolve(ok(value)),
          fail: (code) => resolve({ ok: false, error: { code, detail: '' } }),
          die: () => resolve(undefined),
        });
        this.onAsked();
      });
    });
  }

  /** Waits for the next question that is like this and takes it. */
  private async next(isIt: (asked: Asked) => boolean): Promise<Asked> {
    for (;;) {
      const at = this.asked.findIndex(isIt);
      if (at >= 0) return this.asked.splice(at, 1)[0] as Asked;
      await new Promise<void>((resolve) => {
        this.onAsked = resolve;
      });
    }
  }

  call(name: string): Promise<Asked> {
    return this.next((asked) => asked.name === name);
  }

  /** What is kept of a page. */
  list(): Promise<Asked> {
    return this.next(({ name, input }) => name === 'placePassages' && input.search === null);
  }

  search(): Promise<Asked & { ids: string[]; text: string }> {
    return this.next(({ name, input }) => name === 'placePassages' && input.search !== null).then(
      (asked) => ({ ...asked, ...(asked.input.search as { ids: string[]; text: string }) }),
    );
  }

  /** True once nothing more is asked, whatever is still on its way between the two. */
  async isQuiet(): Promise<boolean> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    return this.asked.length === 0;
  }
}

export function listed(...highlights: Highlight[]): PlacedHighlight[] {
  return highlights.map((highlight) => ({ highlight, anchoring: null }));
}

/** A search that finds each quote where it stands, exactly. */
export function placedIn(text: string, ...highlights: Highlight[]): PlacedHighlight[] {
  return highlights.map((highlight) => {
    const { exact } = highlight.selectors.quote;
    const start = text.indexOf(exact);
    const span = { start, end: start + exact.length };
    return {
      highlight,
      anchoring:
        start < 0 ? { state: 'missing', candidate: null } : { state: 'found', span, score: 1 },
    };
  });
}
