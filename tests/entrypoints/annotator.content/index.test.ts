import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import script from '@/entrypoints/annotator.content/index';

/** As little of a document as the script meets before it wakes. */
function openDocument({ prerendering, body }: { prerendering: boolean; body: object | null }) {
  const opened = Object.assign(new EventTarget(), {
    ...{ prerendering, body },
    createTreeWalker: () => ({ nextNode: () => null }),
    readyState: 'complete',
    querySelectorAll: () => [],
  });
  vi.stubGlobal('document', opened);
  return opened;
}

class Body {
  nodeType = 1;
}
class Observer {
  observe() {}
  disconnect() {}
}

const isListening = () => fakeBrowser.runtime.onMessage.hasListeners();
const start = () =>
  script.main(new ContentScriptContext('annotator', { noScriptStartedPostMessage: true }));

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('HTMLElement', Body);
  vi.stubGlobal('Node', { TEXT_NODE: 3, ELEMENT_NODE: 1 });
  vi.stubGlobal('NodeFilter', {});
  vi.stubGlobal('MutationObserver', Observer);
  vi.stubGlobal('window', globalThis);
});
afterEach(() => vi.unstubAllGlobals());

test('a page made ready behind another hears nothing before it is shown', () => {
  const document = openDocument({ prerendering: true, body: new Body() });
  start();
  expect(isListening()).toBe(false);
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(isListening()).toBe(true);
});

test('a page that is shown hears at once', () => {
  openDocument({ prerendering: false, body: new Body() });
  start();
  expect(isListening()).toBe(true);
});

test('a document without an HTML body is left alone', () => {
  openDocument({ prerendering: false, body: null });
  start();
  expect(isListening()).toBe(false);
});
