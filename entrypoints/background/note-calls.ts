import { tellOpenPages } from '@/lib/messages/client';
import type { FreshPassage, NoteCalls } from '@/lib/messages/note-protocol';
import type { CallError } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import type { Highlight } from '@/lib/model/highlight';
import { ok, type Result } from '@/lib/model/result';
import type { HighlightChange } from '@/lib/parse/highlight-schema';
import type { HighlightChoice } from '@/lib/parse/note-schema';
import { draftIn } from './describe-passage';
import { allDrafts, type Draft, draftOf, dropDraft, putDraft } from './drafts';
import { issueToken, takeToken } from './frame-tokens';
import { shelfOf } from './passages';
import { aboutOwnSite, isOnSite, isOwnPage, mayBeFiled, refusal } from './trust';

/** Of each passage that is not kept yet there is one note, wherever the pencil was pressed again. */
async function freshDraft(
  id: string,
  { passage, about }: FreshPassage,
  sender: Sender,
): Promise<Result<Draft, CallError>> {
  const isPrivate = sender.isPrivate ?? false;
  const draft = await draftIn(passage, about, sender);
  if (!draft.ok) return draft;
  const fresh = draft.value;
  const before = (await allDrafts()).find(
    (each) =>
      each.isTyped &&
      each.isPrivate === isPrivate &&
      each.pageKey === about.pageKey &&
      each.fresh?.selectors.quote.exact === fresh.selectors.quote.exact,
  );
  if (before) return ok(before);
  const { colour, note, tags, pageKey, url } = about;
  const choice = { colour, note, tags };
  return ok({ id, pageKey, url, isPrivate, choice, isTyped: false, kept: null, fresh });
}

async function keptDraft(id: string, sender: Sender): Promise<Result<Draft, CallError>> {
  const isPrivate = sender.isPrivate ?? false;
  const before = (await allDrafts()).find((each) => each.id === id && each.isPrivate === isPrivate);
  if (before?.isTyped) return ok(before);
  const highlight = await shelfOf(sender).get(id);
  if (!highlight.ok) return highlight;
  const { colour, note, tags, pageKey, url, revision } = highlight.value;
  const choice = { colour, note, tags };
  const kept = { choice, revision };
  return ok({ id, pageKey, url, isPrivate, choice, isTyped: false, kept, fresh: null });
}

/** Only what the reader changed is sent: what was changed elsewhere meanwhile stays. */
function changed(before: HighlightChoice, now: HighlightChoice): HighlightChange {
  return {
    ...(now.colour !== before.colour && { colour: now.colour }),
    ...(now.note !== before.note && { note: now.note }),
    ...(now.tags.join() !== before.tags.join() && { tags: now.tags }),
  };
}

/** Runs `work` on the draft of a token, for the frame in the token's tab alone. */
async function withDraft<T>(
  { token }: { token: string },
  sender: Sender,
  work: (draft: Draft) => Promise<Result<T, CallError>>,
): Promise<Result<T, CallError>> {
  if (!isOwnPage(sender)) return refusal('not for web pages to ask');
  const draft = await draftOf(token, sender.tabId);
  return draft ? work(draft) : refusal('no such note');
}

/** What became of a highlight, for all pages that may show it; its draft is done with. */
async function done(id: string, result: Result<Highlight, CallError>) {
  if (!result.ok) return result;
  await dropDraft(id);
  await tellOpenPages('highlightsChanged', null);
  return result;
}

/** A draft that is one of what is kept now: the reader is shown that, and may save theirs over it. */
async function rebased(
  draft: Draft,
  choice: HighlightChoice,
  sender: Sender,
): Promise<Result<NoteCalls['saveNote']['output'], CallError>> {
  const now = await shelfOf(sender).get(draft.id);
  if (!now.ok) return now;
  const { colour, note, tags, revision } = now.value;
  const keptInstead = { colour, note, tags };
  await putDraft({ ...draft, choice, isTyped: true, kept: { choice: keptInstead, revision } });
  return ok({ keptInstead });
}

/** Answers about the note being written. */
export const noteCalls: Handlers<Omit<NoteCalls, 'openEntry'>> = {
  async beginNote({ id, fresh }, sender) {
    const { tabId } = sender;
    if (tabId === null) return refusal('no tab');
    const draft = fresh ? await freshDraft(id, fresh, sender) : await keptDraft(id, sender);
    if (!draft.ok) return draft;
    return aboutOwnSite(draft.value, sender, async () => {
      await putDraft(draft.value);
      return ok({ token: await issueToken('note', draft.value.id, tabId) });
    });
  },

  async findDraft({ pageKey }, sender) {
    if (!mayBeFiled(sender, pageKey)) return refusal("another site's notes");
    const isPrivate = sender.isPrivate ?? false;
    const here = (await allDrafts()).filter(
      (each) =>
        each.pageKey === pageKey &&
        each.isTyped &&
        each.isPrivate === isPrivate &&
        isOnSite(sender, each.url),
    );
    return ok(here.at(-1)?.id ?? null);
  },

  openNote: (input, sender) =>
    withDraft(input, sender, async ({ choice, kept, isTyped }) =>
      (await takeToken(input.token))
        ? ok({ choice, kept: kept?.choice ?? null, isDraft: isTyped })
        : refusal('taken already'),
    ),

  draftNote: (input, sender) =>
    withDraft(input, sender, async (draft) => {
      await putDraft({ ...draft, choice: input.choice, isTyped: true });
      return ok(null);
    }),

  saveNote: (input, sender) =>
    withDraft(input, sender, async (draft) => {
      const { id, kept, fresh } = draft;
      const shelf = shelfOf(sender);
      const change = kept ? changed(kept.choice, input.choice) : input.choice;
      const saved = fresh
        ? await shelf.add(id, { ...fresh, ...input.choice })
        : await shelf.change(id, change, kept?.revision);
      if (!saved.ok && saved.error.code === 'conflict') return rebased(draft, input.choice, sender);
      const answer = await done(id, saved);
      return answer.ok ? ok({ keptInstead: null }) : answer;
    }),

  dropNote: (input, sender) =>
    withDraft(input, sender, async ({ id }) => {
      await dropDraft(id);
      return ok(null);
    }),

  deleteNote: (input, sender) =>
    withDraft(input, sender, async ({ id }) => done(id, await shelfOf(sender).remove(id))),
};
