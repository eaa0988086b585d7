import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listen } from '@/lib/dom/listen';
import { watchFrames } from '@/lib/dom/watch-frames';
import { whenHan } from '@/lib/dom/when-han';
import { SignsOfLife } from '@/lib/frame/signs-of-life';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import { unlessFrozen } from '@/lib/messages/unless-frozen';
import { Resource } from '@/lib/resource/resource';
import '@/lib/dom/marks.css';

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
      listen(document, 'prerenderingchange', scout, { once: true });
    } else {
      scout();
    }
  },
});

/** Has what reads put into the frame as soon as there is Chinese text in it: most frames have none. */
function scout(): void {
  const ending = new AbortController();
  const { signal } = ending;
  const ask = async () => {
    // Reloaded or removed: the script of the next one has come, or none ever will.
    if (browser.runtime?.id === undefined) ending.abort();
    else await tell('loadScript', { script: 'page-session' });
    return isThere() ? true : null;
  };
  const session = new Resource({ ask, now: () => performance.now() });
  const signs = new SignsOfLife(signal);
  const fetch = async () => {
    if (signal.aborted || (await session.get()).ok) return;
    signs.wait(session.pause, () => void fetch());
  };
  // What a frame named goes with its document, and that has no time to say so. Where nobody hears it
  // the frame is counted until the next that names something reports.
  watchFrames(() => void tell('framesWent', null).catch(() => {}), signal);
  whenHan(() => void fetch(), signal);
}

/** Own properties only: pages can put an element of that name on the global's prototype. */
function isThere(): boolean {
  return (
    Object.hasOwn(globalThis, 'govglossAnnotator') && globalThis.govglossAnnotator !== undefined
  );
}

/** A call to the background without what it takes to understand the answer: what it did shows. */
function tell<Name extends keyof BackgroundCalls>(
  govgloss: Name,
  input: BackgroundCalls[Name]['input'],
): Promise<unknown> {
  return unlessFrozen(() => browser.runtime.sendMessage({ govgloss, input }));
}
