import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Announcer } from './announcer';
import { CardView } from './card-view';
import { PassageKeeper } from './passage-keeper';

/**
 * What we draw on pages. The background puts this script into a frame when its content script
 * first has something to show; see lib/dom/page-views.ts for what the two say to each other.
 */
export default defineUnlistedScript(() => {
  globalThis.govglossViews = {
    createCard: (listeners) => new CardView(listeners),
    createKeeper: (page) => new PassageKeeper(page),
    createAnnouncer: () => new Announcer(),
  };
});
