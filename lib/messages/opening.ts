import * as v from 'valibot';
import { browser } from 'wxt/browser';

const KEY = 'open-at';

/** A popup takes no argument: the profile it is to show waits here until it is taken. */
export async function leaveOpening(id: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: id });
}

/** The profile the view was opened for, once; null when it was opened by itself. */
export async function takeOpening(): Promise<string | null> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  if (stored !== undefined) await browser.storage.session.remove(KEY);
  return v.parse(v.fallback(v.string(), ''), stored) || null;
}
