import { browser } from 'wxt/browser';
import { listenToAnyone } from '@/lib/dom/listen';
import { whenRewritten } from '@/lib/dom/when-rewritten';
import { PAGE_INPUTS } from '@/lib/messages/page-inputs';
import { serve } from '@/lib/messages/server';
import { Annotator } from './annotator';
import { clearLeftovers } from './leftovers';

declare global {
  /** In the world that our scripts share. */
  var govglossAnnotator: Annotator | undefined;
}

/** What a start is announced by to a script of before an update, which lives in another world. */
const STARTED = 'govgloss-started';

/**
 * Tells copies that an update left behind, which look whether their extension is still there. Pages hear
 * it, and can say it too. 0.1.0 knew WXT's word for it, and gives way at that.
 */
function announce(): void {
  window.dispatchEvent(new Event(STARTED));
  const type = `${browser.runtime.id}:annotator:wxt:content-script-started`;
  const messageId = crypto.getRandomValues(new Uint32Array(1))[0];
  const detail = { contentScriptName: 'annotator', messageId };
  document.dispatchEvent(new CustomEvent(type, { detail }));
}

/** Puts an annotator into this frame, and another when the page begins its document anew. */
export function settleIn(): Annotator {
  if (import.meta.env.FIREFOX) clearLeftovers();
  const annotator = new Annotator(() => browser.runtime?.id !== undefined);
  const { signal } = annotator;
  globalThis.govglossAnnotator = annotator;
  signal.addEventListener('abort', () => {
    globalThis.govglossAnnotator = undefined;
  });
  announce();
  listenToAnyone(STARTED, () => annotator.isAlive(), signal);
  // What listened to the document that was is gone: the new one is begun with anew.
  whenRewritten(() => {
    annotator.leave();
    settleIn().start();
  }, signal);
  serve(PAGE_INPUTS, annotator.calls, (error, call) => console.error('GovGloss', call, error), {
    signal,
  });
  return annotator;
}
