/**
 * Takes the place of WXT's context in what is built: we use nothing of it. Whether the extension is still
 * there is asked of the browser.
 */
export class ContentScriptContext {}
