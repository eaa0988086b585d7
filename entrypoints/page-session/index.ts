import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type {} from '@/lib/frame/page-session';
import { Session } from './session';

/** What reads and marks a page: put into a frame once there is something to read in it. */
export default defineUnlistedScript(() => {
  globalThis.govglossSession = {
    create: (settings, options) => new Session(settings, options),
  };
});
