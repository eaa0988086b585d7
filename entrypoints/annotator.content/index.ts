import { defineContentScript } from 'wxt/utils/define-content-script';
import { PAGE_INPUTS } from '@/lib/messages/page-inputs';
import { serve } from '@/lib/messages/server';
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
    const annotator = new Annotator(ctx.signal, () => ctx.isValid);
    serve(
      PAGE_INPUTS,
      annotator.calls,
      (error, call) => console.error('GovGloss', call, error),
      ctx.signal,
    );
    annotator.start();
  },
});
