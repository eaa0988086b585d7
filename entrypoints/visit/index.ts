import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * Put into a frame together with the annotator, and before it, where that is only to visit: to keep
 * what is selected on a page the reader has not asked us to mark.
 */
export default defineUnlistedScript(() => {
  globalThis.govglossVisit = true;
});
