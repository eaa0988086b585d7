import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createNameFinder } from '@/lib/detect/find-names';
import { readGazetteer } from '@/lib/detect/gazetteer';
import type {} from '@/lib/frame/page-names';

/** What finds names in a page itself: put into one that never rests, so that the background can. */
export default defineUnlistedScript(() => {
  globalThis.govglossNames = {
    createFinder(data) {
      const gazetteer = readGazetteer(data);
      return gazetteer.ok ? createNameFinder(gazetteer.value) : null;
    },
  };
});
