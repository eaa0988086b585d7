import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PAGE_INPUTS } from '@/lib/messages/page-inputs';
import { serve } from '@/lib/messages/server';
import { takeVisit } from '@/lib/messages/visit';
import { Annotator } from './annotator';
import '@/lib/dom/marks.css';

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    // An XML or SVG document, or a picture opened alone, has nothing to read.
    if (!(document.body instanceof HTMLElement)) return;
    // A page made ready behind the one being read is in no tab yet: it reports to nobody, and a
    // command for the page in front is none for it.
    if ('prerendering' in document && document.prerendering) {
      document.addEventListener('prerenderingchange', () => begin(ctx), {
        once: true,
        signal: ctx.signal,
      });
    } else {
      begin(ctx);
    }
  },
});

function begin(ctx: ContentScriptContext): void {
  const isVisit = takeVisit();
  const annotator = new Annotator(
    ctx.signal,
    () => ctx.isValid,
    () => ctx.abort(),
  );
  serve(
    PAGE_INPUTS,
    annotator.calls,
    (error, call) => console.error('GovGloss', call, error),
    ctx.signal,
  );
  if (!isVisit) annotator.start();
}
