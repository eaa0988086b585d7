import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FirstListener } from '@/lib/dom/first-listener';
import { ownGlobal } from '@/lib/dom/own-global';

/** Runs before any script of the page, so small that it delays none; see lib/dom/first-listener.ts. */
export default defineUnlistedScript(() => {
  if (!ownGlobal('govglossFirst')) globalThis.govglossFirst = new FirstListener();
});
