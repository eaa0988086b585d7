import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Bidi } from './bidi';
import { parseChord } from './chord';
import { answerOf, expressionFor } from './expression';
import { keyActions, typingActions } from './firefox-keys';
import type { Box, Point, TestFrame, TestTab } from './test-browser';

const STEPS = 4;
/** A long press, in ms. */
const HOLD_MS = 900;

interface Evaluated {
  type: 'success' | 'exception';
  result?: { type: string; value?: unknown };
  exceptionDetails?: { text: string };
}

/** A node as BiDi tells of it, closed shadow root included. */
interface RemoteNode {
  value?: { shadowRoot?: { sharedId: string } | null };
}

/** A document in Firefox: a frame, or the whole of a tab or popup. */
export class FirefoxFrame implements TestFrame {
  protected readonly bidi: Bidi;
  readonly context: string;

  constructor(bidi: Bidi, context: string) {
    this.bidi = bidi;
    this.context = context;
  }

  async url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async evaluate<T, A>(fn: (arg: A) => T, arg?: A): Promise<Awaited<T>> {
    return answerOf<Awaited<T>>(await this.run(expressionFor(fn, arg)));
  }

  /** Evaluates the text of an expression; answers the string, or nothing, that it comes to. */
  async run(expression: string): Promise<unknown> {
    const answer = await this.script('script.evaluate', { expression, userActivation: true });
    return answer.result?.value;
  }

  protected async script(method: string, params: object): Promise<Evaluated> {
    const answer = await this.bidi.send<Evaluated>(method, {
      target: { context: this.context },
      awaitPromise: true,
      ...params,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer;
  }
}

/** A tab or the popup of Firefox, driven by WebDriver BiDi. */
export class FirefoxView extends FirefoxFrame implements TestTab {
  #pointer: Point = { x: 0, y: 0 };

  async goto(url: string): Promise<void> {
    await this.bidi.send('browsingContext.navigate', {
      context: this.context,
      url,
      wait: 'complete',
    });
  }

  async reload(): Promise<void> {
    await this.bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async activate(): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', {
      context: this.context,
      viewport: { width, height },
    });
  }

  async pinch(): Promise<void> {
    throw new Error('Firefox cannot be told to pinch.');
  }

  frames(): Promise<TestFrame[]> {
    return this.#frames();
  }

  async movePointer(to: Point): Promise<void> {
    await this.#mouse(this.#glide(to));
  }

  async click(at: Point, count = 1): Promise<void> {
    const presses = Array.from({ length: count }, () => [DOWN, UP]).flat();
    await this.#mouse([...this.#glide(at), ...presses]);
  }

  async tap(at: Point): Promise<void> {
    const move = { type: 'pointerMove', ...whole(at), origin: 'viewport', duration: 0 };
    const parameters = { pointerType: 'touch' };
    await this.#perform({ type: 'pointer', id: 'finger', parameters, actions: [move, DOWN, UP] });
  }

  async hold(at: Point): Promise<void> {
    const move = { type: 'pointerMove', ...whole(at), origin: 'viewport', duration: 0 };
    const pause = { type: 'pause', duration: HOLD_MS };
    const actions = [move, DOWN, pause, UP];
    const parameters = { pointerType: 'touch' };
    await this.#perform({ type: 'pointer', id: 'finger', parameters, actions });
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.#mouse([...this.#glide(from), DOWN, ...this.#glide(to), UP]);
  }

  async scroll(at: Point, deltaY: number): Promise<void> {
    const { x, y } = whole(at);
    await this.#perform({
      type: 'wheel',
      id: 'wheel',
      actions: [{ type: 'scroll', x, y, deltaX: 0, deltaY, origin: 'viewport' }],
    });
  }

  async press(chord: string): Promise<void> {
    await this.#keys(keyActions(parseChord(chord)));
  }

  async type(text: string): Promise<void> {
    await this.#keys(typingActions(text));
  }

  async screenshot(path: string, box?: Box): Promise<string> {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
      ...(box && { clip: { type: 'box', ...box } }),
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
    return path;
  }

  async inClosedRoots<T, A>(fn: (root: ShadowRoot, arg: A) => T, arg: A): Promise<T[]> {
    const { result } = await this.script('script.evaluate', {
      expression: `[...document.querySelectorAll('[popover="manual"]')]`,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    const answers: T[] = [];
    for (const { value } of (result?.value ?? []) as RemoteNode[]) {
      if (!value?.shadowRoot) continue;
      const answer = await this.script('script.callFunction', {
        functionDeclaration: `(root) => {
          const __name = (named) => named;
          return JSON.stringify((${fn})(root, ${JSON.stringify(arg) ?? 'undefined'}));
        }`,
        arguments: [{ sharedId: value.shadowRoot.sharedId }],
      });
      answers.push(answerOf(answer.result?.value));
    }
    return answers;
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }

  /** Pointer moves over a few points on the way. */
  #glide(to: Point): object[] {
    const from = this.#pointer;
    this.#pointer = to;
    return Array.from({ length: STEPS }, (_, step) => {
      const part = (step + 1) / STEPS;
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      return { type: 'pointerMove', ...whole(at), origin: 'viewport', duration: 0 };
    });
  }

  async #mouse(actions: object[]): Promise<void> {
    await this.#perform({ type: 'pointer', id: 'mouse', actions });
  }

  /** Keys go to the document they are sent to, wherever the reader's focus is: to the one that has it. */
  async #keys(actions: object[]): Promise<void> {
    let focused = this.context;
    for (const frame of await this.#frames()) {
      if (await frame.evaluate(() => document.hasFocus())) focused = frame.context;
    }
    try {
      await this.#perform({ type: 'key', id: 'keys', actions }, focused);
    } catch (error) {
      // A key may close the frame it is typed in, before it is answered.
      if (focused === this.context || !String(error).includes('no such frame')) throw error;
    }
  }

  async #perform(source: object, context = this.context): Promise<void> {
    await this.bidi.send('input.performActions', { context, actions: [source] });
  }

  async #frames(): Promise<FirefoxFrame[]> {
    const { contexts } = await this.bidi.send<{ contexts: ContextTree[] }>(
      'browsingContext.getTree',
      { root: this.context },
    );
    return contexts.flatMap(below).map(({ context }) => new FirefoxFrame(this.bidi, context));
  }
}

/** The toolbar popup of Firefox, open for real. */
export class FirefoxPopup extends FirefoxView {
  override async close(): Promise<void> {
    // In a timer, so that this script can end before its page does.
    await this.evaluate(() => void setTimeout(() => window.close(), 0));
  }
}

const DOWN = { type: 'pointerDown', button: 0 };
const UP = { type: 'pointerUp', button: 0 };

interface ContextTree {
  context: string;
  children: ContextTree[] | null;
}

/** The frames below a document, in the order of the tree. */
function below(tree: ContextTree): ContextTree[] {
  return (tree.children ?? []).flatMap((child) => [child, ...below(child)]);
}

function whole({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
