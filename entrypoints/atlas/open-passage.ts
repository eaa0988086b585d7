import { browser } from 'wxt/browser';
import { withTextFragment } from '@/lib/address/text-fragment';
import { callPage } from '@/lib/messages/client';
import type { Highlight } from '@/lib/model/highlight';

/** How often and how many times the page is asked to go to the highlight while it loads. */
const ASK_EVERY_MS = 500;
const ASKS = 30;

/**
 * Opens the page of a highlight at its passage. The browser itself goes to the quote by the text
 * fragment, also where we may not read; our own reader of the page then finds it by everything
 * that is known of it, through glosses and changed words.
 */
export async function openPassage(highlight: Highlight): Promise<void> {
  const { id, url, selectors, detached } = highlight;
  const tab = await browser.tabs.create({ url: withTextFragment(url, selectors) });
  if (tab.id === undefined || detached) return;
  for (let ask = 0; ask < ASKS; ask++) {
    const answer = await callPage(tab.id, 0, 'goToHighlight', { id });
    if (answer.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
