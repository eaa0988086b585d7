import { browser } from 'wxt/browser';

/** True in a private window. */
export function inPrivate(): boolean {
  return browser.extension?.inIncognitoContext ?? false;
}
