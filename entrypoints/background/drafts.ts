import * as v from 'valibot';
import { isSameSite } from '@/lib/address/same-site';
import { storedItem } from '@/lib/messages/stored-item';
import { choiceSchema, highlightDraftSchema } from '@/lib/parse/note-schema';
import { createTurns } from '@/lib/resource/in-turn';
import { heldBy, newest } from './frame-tokens';

const draftSchema = v.object({
  /** Of the highlight, which may not be kept yet. */
  id: v.string(),
  pageKey: v.string(),
  /** Of the page it was begun on. */
  url: v.string(),
  isPrivate: v.boolean(),
  choice: choiceSchema,
  /** Something was typed, and neither saved nor thrown away. */
  isTyped: v.boolean(),
  /** What is kept, at which revision; null for a passage that is not. */
  kept: v.nullable(v.object({ choice: choiceSchema, revision: v.number() })),
  /** The passage, while it is not kept. */
  fresh: v.nullable(highlightDraftSchema),
});

/** A note being written. */
export type Draft = v.InferOutput<typeof draftSchema>;

/** For as long as the browser runs; in memory, where no page's script can look. */
const drafts = storedItem('session', 'note-drafts', v.array(draftSchema));

const isLikeDraft = (one: Draft, last: Draft) =>
  one.isTyped === last.isTyped && (one.isTyped || isSameSite(one.url, last.url));

const inTurn = createTurns();

/** The notes that are being written, oldest first. */
export async function allDrafts(): Promise<Draft[]> {
  return (await drafts.read()) ?? [];
}

/** Keeps a draft in place of the one with its id; as the newest. */
export function putDraft(draft: Draft): Promise<void> {
  return inTurn(async () => {
    const others = (await allDrafts()).filter(({ id }) => id !== draft.id);
    await drafts.write(newest([...others, draft], isLikeDraft));
  });
}

export function dropDraft(gone: string): Promise<void> {
  return inTurn(async () => {
    await drafts.write((await allDrafts()).filter(({ id }) => id !== gone));
  });
}

/** What was written in private windows is gone with them. */
export function dropPrivateDrafts(): Promise<void> {
  return inTurn(async () => {
    await drafts.write((await allDrafts()).filter(({ isPrivate }) => !isPrivate));
  });
}

/** The draft of a token in the tab it was given for; null where it is no such token. */
export async function draftOf(token: string, tabId: number | null): Promise<Draft | null> {
  const id = await heldBy(token, 'note', tabId);
  return (await allDrafts()).find((draft) => draft.id === id) ?? null;
}
