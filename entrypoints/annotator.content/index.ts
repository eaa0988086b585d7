import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ownGlobal } from '@/lib/dom/own-global';
import { whenRewritten } from '@/lib/dom/when-rewritten';
import { PAGE_INPUTS } from '@/lib/messages/page-inputs';
import { serve } from '@/lib/messages/server';
import { takeVisit } from '@/lib/messages/visit';
import { Annotator } from './annotator';
import { clearLeftovers } from './leftovers';
import '@/lib/dom/marks.css';

declare global {
  /** In the world of our content scripts. */
  var govglossAnnotator: Annotator | undefined;
}

/** What a start is announced by to a script of before an update, which lives in another world. */
const STARTED = 'govgloss-started';

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    // An XML or SVG document, or a picture opened alone, has nothing to read.
    if (!(document.body instanceof HTMLElement)) return;
    // A page made ready behind the one being read is in no tab yet: it reports to nobody, and a
    // command for the page in front is none for it.
    if ('prerendering' in document && document.prerendering) {
      document.addEventListener('prerenderingchange', begin, { once: true });
    } else {
      begin();
    }
  },
});

/**
 * One annotator a frame, that nobody replaces: another copy of this script, which the background
 * put beside the one the browser starts by itself, finds it there and only hands on what it is for.
 */
function begin(): void {
  const isVisit = takeVisit();
  const present = ownGlobal('govglossAnnotator');
  const annotator = present?.isAlive() ? present : settleIn();
  if (!isVisit) annotator.start();
}

function settleIn(): Annotator {
  if (import.meta.env.FIREFOX) clearLeftovers();
  const annotator = new Annotator(() => browser.runtime?.id !== undefined);
  const { signal } = annotator;
  globalThis.govglossAnnotator = annotator;
  signal.addEventListener('abort', () => {
    globalThis.govglossAnnotator = undefined;
  });
  // Pages hear this, and can say it too: to whoever hears it, it is no more than a reason to look
  // whether its extension is still there.
  window.dispatchEvent(new Event(STARTED));
  window.addEventListener(STARTED, () => annotator.isAlive(), { signal });
  // What listened to the document that was is gone: the new one is begun with anew.
  whenRewritten(() => {
    annotator.leave();
    settleIn().start();
  }, signal);
  serve(
    PAGE_INPUTS,
    annotator.calls,
    (error, call) => console.error('GovGloss', call, error),
    signal,
  );
  return annotator;
}
