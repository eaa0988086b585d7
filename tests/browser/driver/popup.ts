import { poll } from './poll';
import type { TestBrowser, TestView } from './test-browser';

/** Waits for the popup, and until it has its document: it is there before that is. */
export async function openedPopup(browser: TestBrowser): Promise<TestView> {
  const popup = await poll('the popup to open', () => browser.findPopup());
  await poll('the popup to load', () =>
    popup.evaluate(
      (own) => (document.readyState === 'complete' && location.href.startsWith(own)) || null,
      browser.origin,
    ),
  );
  return popup;
}

/** Closes the popup, if it is open, and waits until it is gone: only one can be open at a time. */
export async function closePopup(browser: TestBrowser): Promise<void> {
  const popup = await browser.findPopup();
  if (popup === null) return;
  try {
    await popup.close();
  } catch {
    // It was going already; whether it has gone is seen below.
  }
  await poll('the popup to close', async () => (await browser.findPopup()) === null || null);
}
