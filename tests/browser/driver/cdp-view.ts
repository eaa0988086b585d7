import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describeKey, MODIFIER_BITS } from './cdp-keys';
import { parseChord } from './chord';
import { answerOf, expressionFor } from './expression';
import type { Box, Media, Point, TestView } from './test-browser';

/** Sends one command of the DevTools protocol to a tab or to the popup. */
export type SendCommand = (method: string, params?: object) => Promise<unknown>;

/** The parts used of what `Runtime.*` answers. */
interface Evaluated {
  result: { value?: unknown; objectId?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** A key is answered within this, in ms, if at all. */
const KEY_MS = 3_000;

const STEPS = 4;
/** A long press, in ms. */
const HOLD_MS = 900;

/** A tab or the popup of Chromium, driven by the DevTools protocol. */
export abstract class CdpView implements TestView {
  #pointer: Point = { x: 0, y: 0 };

  protected abstract send: SendCommand;
  abstract close(): Promise<void>;

  async url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async evaluate<T, A>(fn: (arg: A) => T, arg?: A): Promise<Awaited<T>> {
    return answerOf<Awaited<T>>(await this.run(expressionFor(fn, arg)));
  }

  /** Evaluates the text of an expression; answers what it, or the promise it gives, comes to. */
  async run(expression: string): Promise<unknown> {
    const how = { awaitPromise: true, returnByValue: true, userGesture: true };
    return (await this.#run('Runtime.evaluate', { expression, ...how })).result.value;
  }

  /** What `prefers-color-scheme` and its like answer there. */
  async emulate({ colourScheme, reducedMotion, forcedColours, print }: Media): Promise<void> {
    const features = [
      { name: 'prefers-color-scheme', value: colourScheme ?? 'light' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
      { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
    ];
    await this.send('Emulation.setEmulatedMedia', { media: print ? 'print' : '', features });
  }

  async movePointer(to: Point): Promise<void> {
    await this.#glide(to, 'none');
  }

  async click(at: Point, count = 1): Promise<void> {
    await this.#glide(at, 'none');
    for (let clickCount = 1; clickCount <= count; clickCount++) {
      await this.#mouse('mousePressed', at, { button: 'left', buttons: 1, clickCount });
      await this.#mouse('mouseReleased', at, { button: 'left', clickCount });
    }
  }

  async tap({ x, y }: Point): Promise<void> {
    await this.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async hold({ x, y }: Point): Promise<void> {
    await this.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await new Promise((resolve) => setTimeout(resolve, HOLD_MS));
    await this.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async pinch(factor: number): Promise<void> {
    await this.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor });
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.#glide(from, 'none');
    await this.#mouse('mousePressed', from, { button: 'left', buttons: 1, clickCount: 1 });
    await this.#glide(to, 'left');
    await this.#mouse('mouseReleased', to, { button: 'left', clickCount: 1 });
  }

  async scroll(at: Point, deltaY: number): Promise<void> {
    await this.#mouse('mouseWheel', at, { deltaX: 0, deltaY });
  }

  async press(text: string): Promise<void> {
    const { modifiers, key } = parseChord(text);
    const bits = modifiers.reduce((sum, name) => sum + MODIFIER_BITS[name], 0);
    for (const name of modifiers) await this.#key('rawKeyDown', name, bits);
    // A frame that the key closes never answers for it.
    await Promise.race([this.#key('keyDown', key, bits), pause(KEY_MS)]);
    await Promise.race([this.#key('keyUp', key, bits), pause(KEY_MS)]);
    for (const name of modifiers) await this.#key('keyUp', name, 0);
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  async screenshot(path: string, box?: Box): Promise<string> {
    const clip = box && (await this.#toPage(box));
    const { data } = (await this.send('Page.captureScreenshot', {
      format: 'png',
      ...(clip && { clip: { ...clip, scale: 1 } }),
    })) as { data: string };
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
    return path;
  }

  async inClosedRoots<T, A>(fn: (root: ShadowRoot, arg: A) => T, arg: A): Promise<T[]> {
    const answers: T[] = [];
    for (const objectId of await this.#closedRoots()) {
      const { result } = await this.#run('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: `function () {
          const __name = (named) => named;
          return JSON.stringify((${fn})(this, ${JSON.stringify(arg) ?? 'undefined'}));
        }`,
        returnByValue: true,
      });
      answers.push(answerOf(result.value));
    }
    return answers;
  }

  /** Object ids of our closed shadow roots: the page's scripts cannot reach them, DevTools can. */
  async #closedRoots(): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; ; index++) {
      const { result } = await this.#run('Runtime.evaluate', {
        expression: `document.querySelectorAll('[popover="manual"]')[${index}]`,
      });
      if (result.objectId === undefined) return ids;
      const { node } = (await this.send('DOM.describeNode', {
        objectId: result.objectId,
        depth: 1,
        pierce: true,
      })) as { node: { shadowRoots?: { backendNodeId: number }[] } };
      for (const { backendNodeId } of node.shadowRoots ?? []) {
        const { object } = (await this.send('DOM.resolveNode', { backendNodeId })) as {
          object: { objectId: string };
        };
        ids.push(object.objectId);
      }
    }
  }

  async #run(method: string, params: object): Promise<Evaluated> {
    const answer = (await this.send(method, params)) as Evaluated;
    const problem = answer.exceptionDetails;
    if (problem) throw new Error(problem.exception?.description ?? problem.text);
    return answer;
  }

  async #glide(to: Point, button: 'none' | 'left'): Promise<void> {
    const from = this.#pointer;
    for (let step = 1; step <= STEPS; step++) {
      const part = step / STEPS;
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      await this.#mouse('mouseMoved', at, { button, buttons: button === 'left' ? 1 : 0 });
    }
  }

  async #mouse(type: string, at: Point, more: object): Promise<void> {
    this.#pointer = at;
    await this.send('Input.dispatchMouseEvent', { type, ...at, ...more });
  }

  async #key(type: string, key: string, modifiers: number): Promise<void> {
    const { text, ...description } = describeKey(key);
    // With Control, Alt or Meta a key types nothing.
    const types = type === 'keyDown' && (modifiers & ~MODIFIER_BITS.Shift) === 0;
    await this.send('Input.dispatchKeyEvent', {
      type: type === 'keyDown' && !(types && text) ? 'rawKeyDown' : type,
      ...description,
      ...(types && text && { text }),
      modifiers,
    });
  }

  /** A clip of a screenshot counts from the page's corner, ours from the viewport's. */
  async #toPage(box: Box): Promise<Box> {
    const scrolled = await this.evaluate(() => ({ x: scrollX, y: scrollY }));
    return { ...box, x: box.x + scrolled.x, y: box.y + scrolled.y };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
