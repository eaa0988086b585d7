import polyfill from 'webextension-polyfill';

/**
 * Where the browser has no `browser` of its own, Chrome before 148, the background gets one, before
 * anything else runs. Pages and views need nothing of it: they take `chrome`, which answers with
 * promises too (lib/messages/browser.ts).
 */
globalThis.browser ??= polyfill as unknown as typeof globalThis.browser;
