import { createAnchorer } from '@/lib/anchor/anchor';
import { tellOpenPages } from '@/lib/messages/client';
import type { BackgroundCalls, CallError } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import type { Highlight } from '@/lib/model/highlight';
import { ok, type Result } from '@/lib/model/result';
import { describeIn, draftIn } from './describe-passage';
import { libraryShelf } from './library-shelf';
import { privateShelf } from './private-shelf';
import type { Shelf } from './shelf';
import { aboutOwnSite, isOwnPage } from './trust';

/** A private window has what is kept in it, and the library is none of its business. */
export function shelfOf({ isPrivate }: Sender): Shelf {
  return isPrivate ? privateShelf : libraryShelf;
}

/** After a write: open pages whose highlights it may have changed are told, less the page that made it. */
async function told(sender: Sender, done: Result<Highlight, CallError>) {
  if (done.ok)
    await tellOpenPages('highlightsChanged', null, isOwnPage(sender) ? null : sender.tabId);
  return done;
}

type PassageCalls = Pick<
  BackgroundCalls,
  'keepPassage' | 'placePassages' | 'updateHighlight' | 'deleteHighlight' | 'restoreHighlight'
>;

/** Answers about what the reader keeps. */
export const passageCalls: Handlers<PassageCalls> = {
  keepPassage: ({ id, passage, about }, sender) =>
    aboutOwnSite(about.pageKey, sender, async () => {
      const draft = await draftIn(passage, about, sender);
      return draft.ok ? told(sender, await shelfOf(sender).add(id, draft.value)) : draft;
    }),

  placePassages: ({ pageKey, search }, sender) =>
    aboutOwnSite(pageKey, sender, async () => {
      const kept = await shelfOf(sender).ofPage(pageKey);
      if (!kept.ok) return kept;
      const wanted = search && new Set(search.ids);
      const place = search && createAnchorer(search.text);
      return ok(
        kept.value
          .filter(({ id }) => wanted?.has(id) ?? true)
          .map((highlight) => ({ highlight, anchoring: place?.(highlight.selectors) ?? null })),
      );
    }),

  async updateHighlight({ id, change, passage, base }, sender) {
    const selectors = passage ? describeIn(passage) : null;
    if (selectors && !selectors.ok) return selectors;
    const moved = selectors ? { ...change, selectors: selectors.value } : change;
    return told(sender, await shelfOf(sender).change(id, moved, base));
  },

  deleteHighlight: async ({ id }, sender) => told(sender, await shelfOf(sender).remove(id)),

  restoreHighlight: ({ highlight }, sender) =>
    aboutOwnSite(highlight.pageKey, sender, async () =>
      told(sender, await shelfOf(sender).restore(highlight)),
    ),
};
