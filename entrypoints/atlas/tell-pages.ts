import { browser } from 'wxt/browser';
import { tellPage } from '@/lib/messages/client';

/** Tells every open page what changed behind it. */
export async function tellPages(what: 'highlightsChanged'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : tellPage(id, what, null))));
}
