import { browser } from 'wxt/browser';
import { isOnSite } from '@/lib/address/page-key';
import type { CallError } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import { err, type Result } from '@/lib/model/result';

/**
 * Who may ask for what. The browser vouches for a sender's address and origin; everything else in
 * a message may come from a page that has taken over the process our content script runs in.
 */

/** True for the extension's own pages. */
export function isOwnPage({ url }: Sender): boolean {
  return url.startsWith(browser.runtime.getURL('/popup.html').replace(/popup\.html$/, ''));
}

/** The answer to whoever may not ask that. */
export function refusal(detail: string): { ok: false; error: CallError } {
  return err({ code: 'bad-request', detail });
}

/** A handler that answers pages of the extension and refuses web pages. */
export function forOwnPages<Input, Output>(
  work: (input: Input) => Promise<Result<Output, CallError>>,
): (input: Input, sender: Sender) => Promise<Result<Output, CallError>> {
  return async (input, sender) =>
    isOwnPage(sender) ? work(input) : refusal('not for web pages to ask');
}

/** Runs `work` unless the sender is a web page and the highlights of `pageKey` are another site's. */
export async function aboutOwnSite<Output>(
  pageKey: string,
  sender: Sender,
  work: () => Promise<Result<Output, CallError>>,
): Promise<Result<Output, CallError>> {
  const { url, origin } = sender;
  // A frame without an address of its own (about:blank) has its parent's origin.
  const isOwn = isOwnPage(sender) || isOnSite(url, pageKey) || isOnSite(origin, pageKey);
  return isOwn ? work() : refusal("another site's highlights");
}
