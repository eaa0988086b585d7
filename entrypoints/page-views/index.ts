import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { publicationOf } from '@/lib/dom/publication';
import { PassageKeeper } from '@/lib/passages/passage-keeper';
import { Announcer } from './announcer';
import { CardView } from './card-view';
import { NoteView } from './note-view';
import { NoticeView } from './notice-view';
import { ToolbarView } from './toolbar-view';

/**
 * What we draw on pages. The background puts this script into a frame when its content script
 * first has something to show; see lib/dom/page-views.ts for what the two say to each other.
 */
export default defineUnlistedScript(() => {
  globalThis.govglossViews = {
    createCard: (listeners) => new CardView(listeners),
    createKeeper: (page) =>
      new PassageKeeper(page, new ToolbarView(), new NoteView(), new NoticeView(), () =>
        publicationOf(document),
      ),
    createAnnouncer: () => new Announcer(),
  };
});
