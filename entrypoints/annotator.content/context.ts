import { browser } from 'wxt/browser';

/**
 * Takes the place of WXT's context in what is built: of that we use only the word that a copy of the
 * script has started, at which copies of 0.1.0 that an update left behind give way. Whether the
 * extension is still there is asked of the browser; pages could send the word too.
 */
export class ContentScriptContext {
  constructor(contentScriptName: string) {
    const type = `${browser.runtime.id}:${contentScriptName}:wxt:content-script-started`;
    const detail = { contentScriptName, messageId: crypto.getRandomValues(new Uint32Array(1))[0] };
    document.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
