import type { BackgroundCalls } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import { isOwnPage } from './trust';

/**
 * Who may make a call: `anyone` of ours, content scripts included; `site`: those too, but only about
 * what is of their own site, which the handler looks at; `note`: our page in a frame, with the token of a
 * note or an own entry, which the handler looks at; `own-pages`: pages of the extension, as long
 * as they are no frame in somebody else's page.
 */
export type WhoMay = 'anyone' | 'site' | 'note' | 'own-pages';

/** One word for each call, or it does not compile. */
export const WHO_MAY: Record<keyof BackgroundCalls, WhoMay> = {
  getSettings: 'anyone',
  getGazetteer: 'anyone',
  findNames: 'anyone',
  getStrings: 'anyone',
  loadScript: 'anyone',
  getCard: 'anyone',
  openProfile: 'anyone',
  mayRead: 'anyone',
  reportNames: 'anyone',
  framesWent: 'anyone',
  reportError: 'anyone',
  reportPointer: 'anyone',

  keepPassage: 'site',
  placePassages: 'site',
  updateHighlight: 'site',
  deleteHighlight: 'site',
  restoreHighlight: 'site',
  changeList: 'site',
  beginNote: 'site',
  findDraft: 'site',

  openNote: 'note',
  draftNote: 'note',
  saveNote: 'note',
  dropNote: 'note',
  deleteNote: 'note',
  openEntry: 'note',

  restoreSettings: 'own-pages',
  saveFeed: 'own-pages',
  checkFeed: 'own-pages',
  cancelCheck: 'own-pages',
  openLibrary: 'own-pages',
  rollBack: 'own-pages',
  startInTab: 'own-pages',
  siteOfHost: 'own-pages',
  saveOwnEntries: 'own-pages',
};

/** Whether a sender's rank allows a call. */
export function mayAsk(call: keyof BackgroundCalls, sender: Sender): boolean {
  const isFramed = sender.tabId !== null && sender.frameId > 0;
  const who = WHO_MAY[call];
  if (who === 'note') return isOwnPage(sender);
  return who !== 'own-pages' || (isOwnPage(sender) && !isFramed);
}
