import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ownGlobal } from '@/lib/dom/own-global';
import { takeVisit } from '@/lib/messages/visit';
import { settleIn } from './settle-in';

/**
 * One annotator a frame, that nobody replaces: another copy of this script, which the background
 * put beside the first, finds it there and only hands on what it is for.
 */
export default defineUnlistedScript(() => {
  const isVisit = takeVisit();
  // An XML or SVG document has nothing to read: whoever put this there hears that nobody is.
  if (!(document.body instanceof HTMLElement)) return;
  const present = ownGlobal('govglossAnnotator');
  const annotator = present?.isAlive() ? present : settleIn();
  if (!isVisit) annotator.start();
});
