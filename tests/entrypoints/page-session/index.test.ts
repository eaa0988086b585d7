import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import script from '@/entrypoints/page-session/index';
import visit from '@/entrypoints/visit';

/** As little of a document as the script meets before it wakes. */
function openDocument(): void {
  const opened = Object.assign(new EventTarget(), {
    ...{ body: new Body(), title: '', querySelector: () => null },
    createTreeWalker: () => ({ nextNode: () => null }),
    readyState: 'complete',
    querySelectorAll: () => [],
  });
  vi.stubGlobal('document', opened);
}

const SENDER = { tabId: null, frameId: 0, url: '', origin: '' };

class Body {
  nodeType = 1;
}
class Observer {
  observe() {}
  disconnect() {}
}

/** What is left in the world of our scripts. */
const present = () => globalThis.govglossAnnotator;

const isListening = () => fakeBrowser.runtime.onMessage.hasListeners();
const start = () => script.main();

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.govglossAnnotator = undefined;
  vi.stubGlobal('HTMLElement', Body);
  vi.stubGlobal('Node', { TEXT_NODE: 3, ELEMENT_NODE: 1 });
  vi.stubGlobal('NodeFilter', {});
  vi.stubGlobal('MutationObserver', Observer);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('location', new URL('http://www.zj.gov.cn/'));
});
afterEach(() => {
  present()?.leave();
  vi.unstubAllGlobals();
});

test('a document without an HTML body is left alone', () => {
  openDocument();
  Object.assign(document, { body: null });
  start();
  expect([present(), isListening()]).toEqual([undefined, false]);
});

test('a second copy, as the background may put beside the first, changes nothing', () => {
  openDocument();
  start();
  const first = present();
  start();
  expect(present()).toBe(first);
  expect(first?.isAlive()).toBe(true);
});

test.each([
  ['before the visitor', [false, true]],
  ['after the visitor', [true, false]],
])('a frame that is read stays read, when the one who reads came %s', async (_, visits) => {
  openDocument();
  for (const isVisit of visits) {
    if (isVisit) visit.main();
    start();
  }
  const report = await present()?.calls.getReport(null, SENDER);
  expect(report).toMatchObject({ ok: true, value: { state: 'ready' } });
});

test('one that was left makes room for another', async () => {
  openDocument();
  start();
  const answers: Record<string, unknown> = { mayRead: false, placePassages: [] };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { govgloss } = message as unknown as { govgloss: string };
    return { ok: true, value: answers[govgloss] ?? null } as never;
  });
  const left = present();
  await left?.calls.accessTaken(null, SENDER);
  expect(present()).toBeUndefined();
  expect(left?.isAlive()).toBe(false);
  start();
  expect(present()).not.toBe(left);
  expect(present()?.isAlive()).toBe(true);
});

test('a page cannot pass off an element of its own as the one who is here', () => {
  openDocument();
  Reflect.deleteProperty(globalThis, 'govglossAnnotator');
  // Named elements stand on the prototype of the global.
  const named = Object.create(Object.getPrototypeOf(globalThis), {
    govglossAnnotator: { value: { isAlive: () => true, start: () => {} }, writable: true },
  });
  const before = Object.getPrototypeOf(globalThis);
  Object.setPrototypeOf(globalThis, named);
  try {
    start();
    expect(isListening()).toBe(true);
  } finally {
    Object.setPrototypeOf(globalThis, before);
  }
});
