import { browser } from 'wxt/browser';
import { isInFront } from '@/lib/dom/in-front';
import { callPage } from '@/lib/messages/client';
import { openNotice } from './profile';
import { mayRead } from './sites';

/**
 * Keeps what is selected in a frame. Where we do not read, the reader's command gives leave to read
 * this page once (`activeTab`): the annotator visits, keeps, and leaves again. Where the browser
 * lets no extension in, the popup says so.
 */
export async function keepSelection(tabId: number, frameId: number): Promise<void> {
  const keep = () => callPage(tabId, frameId, 'keepSelection', null);
  let kept = await keep();
  if (!kept.ok && kept.error.code === 'nobody' && (await putAnnotator(tabId, frameId))) {
    kept = await keep();
  }
  // A page that went meanwhile took the selection with it: there is nobody to tell.
  if (!kept.ok && kept.error.code !== 'disconnected') await openNotice('cannot-keep');
}

/** Keeps what is selected in the frame of a tab that has the reader's attention. */
export async function keepInFront(tabId: number): Promise<void> {
  await keepSelection(tabId, await frameInFront(tabId));
}

async function frameInFront(tabId: number): Promise<number> {
  try {
    const target = { tabId, allFrames: true };
    const script = { target, func: isInFront, injectImmediately: true };
    const frames = await browser.scripting.executeScript(script);
    return frames.find(({ result }) => result)?.frameId ?? 0;
  } catch {
    return 0; // a page no extension may read, as keeping will say
  }
}

/**
 * Puts the annotator into a frame where nobody listens; false where the browser refuses that. On a
 * site we read, the browser's own may still be to come, since the page is loading: both wait for the
 * page to be idle, and the first one stays. Elsewhere it comes to do what it is told, no more.
 */
async function putAnnotator(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  try {
    const [frame] = await browser.scripting.executeScript({
      target,
      func: () => ({ url: location.href, origin: self.origin }),
      injectImmediately: true,
    });
    const address = frame?.result ?? { url: '', origin: '' };
    const isRead = await mayRead({ tabId, frameId, ...address });
    // Together, so that no other document comes between the two.
    const files = [...(isRead ? [] : ['/visit.js' as const]), '/page-session.js' as const];
    await browser.scripting.executeScript({ target, files });
    return true;
  } catch (error) {
    console.info('GovGloss may not read this page:', error);
    return false;
  }
}
