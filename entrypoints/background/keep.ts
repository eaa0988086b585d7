import { browser } from 'wxt/browser';
import { callPage } from '@/lib/messages/client';
import { announceVisit } from '@/lib/messages/visit';
import { openNotice } from './profile';
import { packagedScript } from './sites';

/**
 * Keeps what is selected in a frame. Where we do not read, the reader's command gives leave to read
 * this page once (`activeTab`): the annotator visits, keeps, and leaves again. Where the browser
 * lets no extension in, the popup says so.
 */
export async function keepSelection(tabId: number, frameId: number): Promise<void> {
  const keep = async () => (await callPage(tabId, frameId, 'keepSelection', null)).ok;
  if (await keep()) return;
  if ((await visit(tabId, frameId)) && (await keep())) return;
  await openNotice('cannot-keep');
}

/** Puts the annotator into a frame to do what it is told, no more; false where that is refused. */
async function visit(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.executeScript({ target, func: announceVisit });
    await browser.scripting.executeScript({ target, files: packagedScript().js as [] });
    return true;
  } catch (error) {
    console.info('GovGloss may not read this page:', error);
    return false;
  }
}
