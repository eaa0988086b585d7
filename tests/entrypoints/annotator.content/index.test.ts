import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import script from '@/entrypoints/annotator.content/index';
import { trusted } from '@/tests/trusted';

class Body {
  nodeType = 1;
}
class FakeFrame {
  localName = 'iframe';
}
/** Tells of changes when the test says so. */
class Observer {
  static all: Observer[] = [];
  observe = () => {};
  disconnect = () => {};
  constructor(readonly tell: (records: Partial<MutationRecord>[]) => void) {
    Observer.all.push(this);
  }
}

/** Answers of the background, the next one first; the last stays. */
let answers: unknown[];
let asked: string[];
let text: string;

/** The background has put the script here that reads. */
const loaded = () => {
  Reflect.set(globalThis, 'govglossAnnotator', {});
  return { ok: true, value: null };
};
const failure = { ok: false, error: { code: 'internal', detail: '' } };

function open({ prerendering = false, body = new Body() as object | null } = {}) {
  const opened = Object.assign(new EventTarget(), {
    ...{ prerendering, body, readyState: 'complete', visibilityState: 'visible' },
    querySelectorAll: () => [],
    createTreeWalker: () => ({ nextNode: () => (text ? { nodeType: 3, data: text } : null) }),
  });
  vi.stubGlobal('document', opened);
  script.main(new ContentScriptContext('annotator', { noScriptStartedPostMessage: true }));
  return opened;
}
const rest = () => vi.advanceTimersByTimeAsync(0);
const sign = (type: string) => window.dispatchEvent(trusted(new Event(type)));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  fakeBrowser.reset();
  Reflect.deleteProperty(globalThis, 'govglossAnnotator');
  Observer.all = [];
  answers = [loaded];
  asked = [];
  text = '浙里办';
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    asked.push((message as unknown as { govgloss: string }).govgloss);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer() : answer;
  });
  vi.stubGlobal('HTMLElement', Body);
  vi.stubGlobal('Node', { TEXT_NODE: 3, ELEMENT_NODE: 1 });
  vi.stubGlobal('NodeFilter', {});
  vi.stubGlobal('Element', FakeFrame);
  vi.stubGlobal('MutationObserver', Observer);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'govglossAnnotator');
});

describe('the script that is in every page', () => {
  test('asks for what reads, once, where there is Chinese text', async () => {
    open();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    sign('click');
    await rest();
    expect(asked).toEqual(['loadScript']);
  });

  test('asks for nothing where there is none, until some arrives', async () => {
    text = '';
    open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
    text = '浙里办';
    Observer.all[0]?.tell([{ type: 'characterData', target: {} as Node }]);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual(['loadScript']);
  });

  test('goes on looking when nobody heard that a frame of the page went', async () => {
    text = '';
    answers = [new Error('message channel closed'), loaded];
    const page = open();
    const frame = new FakeFrame();
    for (let i = 0; i < 2; i++) {
      const event = trusted(new Event('load'));
      Object.defineProperty(event, 'target', { value: frame });
      page.dispatchEvent(event);
    }
    await rest();
    expect(asked).toEqual(['framesWent']);
    text = '浙里办';
    Observer.all[0]?.tell([{ type: 'characterData', target: {} as Node }]);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual(['framesWent', 'loadScript']);
  });

  test('leaves a document without an HTML body alone', async () => {
    open({ body: null });
    await rest();
    expect(asked).toEqual([]);
  });

  test('leaves a page alone that was made ready behind another, until it is shown', async () => {
    const document = open({ prerendering: true });
    await rest();
    expect(asked).toEqual([]);
    document.dispatchEvent(trusted(new Event('prerenderingchange')));
    await rest();
    expect(asked).toEqual(['loadScript']);
  });
});

describe('what reads, when it cannot be had at first', () => {
  test.each([
    ['a failure is answered', failure],
    ['the background dies before it answers', new Error('message channel closed')],
    ['it does not run', { ok: true, value: null }],
  ])('comes by itself a little later: %s', async (_, first) => {
    answers = [first, loaded];
    open();
    await rest();
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toHaveLength(2);
    expect(globalThis.govglossAnnotator).toBeDefined();
  });

  test.each(['pageshow', 'visibilitychange', 'focus', 'click', 'keydown'])(
    'is asked for again when the reader is back, however long it was: %s',
    async (type) => {
      answers = [failure];
      open();
      await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
      const before = asked.length;
      // No page asks for ever by itself.
      expect(before).toBeLessThan(10);
      sign(type);
      await rest();
      expect(asked).toHaveLength(before + 1);
    },
  );

  test('is not asked for at each key that is pressed', async () => {
    answers = [failure];
    open();
    await rest();
    for (let i = 0; i < 50; i++) sign('keydown');
    await rest();
    expect(asked).toHaveLength(1);
  });

  test('is asked for in no tab that nobody sees', async () => {
    answers = [failure];
    Object.assign(open(), { visibilityState: 'hidden' });
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(asked.length).toBeLessThanOrEqual(2);
  });
});
