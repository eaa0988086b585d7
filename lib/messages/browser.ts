import type { WxtBrowser } from 'wxt/browser';

declare global {
  /** Firefox has it, and Chromium since 148, which calls the same `chrome` as well. */
  var browser: WxtBrowser | undefined;
  var chrome: WxtBrowser;
}

/** Own properties only: before 148 a page could give an element this name, and its parts those of the API. */
const api: WxtBrowser =
  (Object.hasOwn(globalThis, 'browser') && globalThis.browser) || globalThis.chrome;

/** The API of the browser, in place of `wxt/browser` in what is built. */
export { api as browser };
