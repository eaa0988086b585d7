import { createAnchorer } from '@/lib/anchor/anchor';
import { tellOpenPages } from '@/lib/messages/client';
import type { BackgroundCalls, CallError } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { describeIn, draftIn } from './describe-passage';
import { libraryShelf } from './library-shelf';
import { privateShelf } from './private-shelf';
import type { Shelf } from './shelf';
import { aboutOwnSite, isOnSite, isOwnPage, mayBeFiled, refusal } from './trust';

/** A private window has what is kept in it, and the library is none of its business. */
export function shelfOf({ isPrivate }: Sender): Shelf {
  return isPrivate ? privateShelf : libraryShelf;
}

type PassageCalls = Pick<
  BackgroundCalls,
  'keepPassage' | 'placePassages' | 'updateHighlight' | 'deleteHighlight' | 'restoreHighlight'
>;

/** To who is on another site than it was kept on, a highlight does not exist: why it cannot be written, or null. */
async function barFrom(id: string, sender: Sender): Promise<CallError | null> {
  if (isOwnPage(sender)) return null;
  const kept = await shelfOf(sender).get(id);
  if (!kept.ok) return kept.error.code === 'unknown-id' ? null : kept.error;
  return isOnSite(sender, kept.value.url) ? null : { code: 'unknown-id', detail: id };
}

/**
 * A change to a highlight of the sender's site. Open pages other than the sender's, whose highlights it
 * may have changed, are told.
 */
async function writeTo(
  sender: Sender,
  id: string,
  work: (shelf: Shelf) => Promise<Result<Highlight, CallError>>,
): Promise<Result<Highlight, CallError>> {
  const bar = await barFrom(id, sender);
  if (bar) return err(bar);
  const done = await work(shelfOf(sender));
  if (done.ok) {
    await tellOpenPages('highlightsChanged', null, isOwnPage(sender) ? null : sender.tabId);
  }
  return done;
}

/**
 * The highlights of a page that were kept on its site. Those that 0.1.0 filed elsewhere, by a canonical
 * address, are filed anew; what cannot be written now is told all the same, and tried the next time.
 */
async function keptOn(
  pageKey: string,
  formerKey: string | undefined,
  sender: Sender,
): Promise<Result<Highlight[], CallError>> {
  const shelf = shelfOf(sender);
  const keys = [pageKey, ...(formerKey ? [formerKey] : [])];
  const lists = await Promise.all(keys.map((key) => shelf.ofPage(key)));
  const kept: Highlight[] = [];
  for (const list of lists) {
    if (!list.ok) return list;
    for (const highlight of list.value.filter(({ url }) => isOnSite(sender, url))) {
      if (highlight.pageKey === pageKey) kept.push(highlight);
      else {
        const filed = await shelf.change(highlight.id, { pageKey });
        kept.push(filed.ok ? filed.value : { ...highlight, pageKey });
      }
    }
  }
  return ok(kept);
}

/** Answers about what the reader keeps. */
export const passageCalls: Handlers<PassageCalls> = {
  keepPassage: ({ id, passage, about }, sender) =>
    aboutOwnSite(about, sender, async () => {
      const draft = await draftIn(passage, about, sender);
      return draft.ok ? writeTo(sender, id, (shelf) => shelf.add(id, draft.value)) : draft;
    }),

  async placePassages({ pageKey, formerKey, search }, sender) {
    if (!mayBeFiled(sender, pageKey)) return refusal("another site's highlights");
    const kept = await keptOn(pageKey, formerKey, sender);
    if (!kept.ok) return kept;
    const wanted = search && new Set(search.ids);
    const place = search && createAnchorer(search.text);
    return ok(
      kept.value
        .filter(({ id }) => wanted?.has(id) ?? true)
        .map((highlight) => ({ highlight, anchoring: place?.(highlight.selectors) ?? null })),
    );
  },

  async updateHighlight({ id, change, passage, base }, sender) {
    const selectors = passage ? describeIn(passage) : null;
    if (selectors && !selectors.ok) return selectors;
    const moved = selectors ? { ...change, selectors: selectors.value } : change;
    return writeTo(sender, id, (shelf) => shelf.change(id, moved, base));
  },

  deleteHighlight: ({ id }, sender) => writeTo(sender, id, (shelf) => shelf.remove(id)),

  restoreHighlight: ({ highlight }, sender) =>
    aboutOwnSite(highlight, sender, () =>
      writeTo(sender, highlight.id, (shelf) => shelf.restore(highlight)),
    ),
};
