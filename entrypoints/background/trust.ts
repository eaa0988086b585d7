import { browser } from 'wxt/browser';
import { mayHaveKey, webAddress } from '@/lib/address/page-key';
import { isSameSite } from '@/lib/address/same-site';
import type { CallError } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import { err, type Result } from '@/lib/model/result';

/**
 * Whose word counts. The browser vouches for a sender's address and origin; everything else in a
 * message may come from a page that has taken over the process our content script runs in.
 */

/** True for the extension's own pages. */
export function isOwnPage({ url }: Sender): boolean {
  return url.startsWith(browser.runtime.getURL('/popup.html').replace(/popup\.html$/, ''));
}

/** The answer to whoever may not ask that. */
export function refusal(detail: string): { ok: false; error: CallError } {
  return err({ code: 'bad-request', detail });
}

/**
 * The addresses a page answers to: its own, that of its frame alone. A frame without one (about:blank,
 * srcdoc) has the origin of who made it; one that was sandboxed has none, and is on no site.
 */
function addressesOf({ url, origin }: Sender): string[] {
  if (webAddress(url)) return [url];
  const own = /^(?:about|data):/.test(url) ? [] : [url];
  return [...own, ...(webAddress(origin) ? [origin] : [])].filter(Boolean);
}

/** True when the sender is on the site of an address; the extension's own pages are on every site. */
export function isOnSite(sender: Sender, address: string): boolean {
  return isOwnPage(sender) || addressesOf(sender).some((own) => isSameSite(own, address));
}

/** True when the sender's page may be filed under the key. */
export function mayBeFiled(sender: Sender, pageKey: string): boolean {
  return isOwnPage(sender) || addressesOf(sender).some((own) => mayHaveKey(own, pageKey));
}

/** Runs `work` unless the sender is a page of another site than that of the address and the key. */
export async function aboutOwnSite<Output>(
  { url, pageKey }: { url: string; pageKey: string },
  sender: Sender,
  work: () => Promise<Result<Output, CallError>>,
): Promise<Result<Output, CallError>> {
  const isOwn = isOnSite(sender, url) && mayBeFiled(sender, pageKey);
  return isOwn ? work() : refusal("another site's highlights");
}
