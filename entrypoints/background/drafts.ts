import * as v from 'valibot';
import { isSameSite } from '@/lib/address/same-site';
import { storedItem } from '@/lib/messages/stored-item';
import { choiceSchema, highlightDraftSchema } from '@/lib/parse/note-schema';
import { createTurns } from '@/lib/resource/in-turn';

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

const tokenSchema = v.object({
  token: v.string(),
  draft: v.string(),
  tabId: v.number(),
  /** Once a frame has opened it no other can. */
  isTaken: v.boolean(),
});
type Token = v.InferOutput<typeof tokenSchema>;

/** For as long as the browser runs; in memory, where no page's script can look. */
const drafts = storedItem('session', 'note-drafts', v.array(draftSchema));
const tokens = storedItem('session', 'note-tokens', v.array(tokenSchema));

/** More notes than anyone leaves unfinished, and more frames than a reader opens: the oldest go. */
const MOST = 50;

/**
 * All but the oldest of those that are like the last one, where there are too many: a page that begins
 * one note after another puts an end to none of another page's, and to none in which something was typed.
 */
function newest<T>(all: T[], isLike: (one: T, last: T) => boolean): T[] {
  const last = all.at(-1);
  const like = last === undefined ? [] : all.filter((one) => isLike(one, last));
  const gone = new Set(like.slice(0, -MOST));
  return all.filter((one) => !gone.has(one));
}

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

/** A token by which one frame in a tab may write a draft. */
export function issueToken(draft: string, tabId: number): Promise<string> {
  return inTurn(async () => {
    const token = crypto.randomUUID();
    const before = (await tokens.read()) ?? [];
    const all = [...before, { token, draft, tabId, isTaken: false }];
    await tokens.write(newest(all, (one, last) => one.tabId === last.tabId));
    return token;
  });
}

/** The draft of a token in the tab it was given for; null where it is no such token. */
export async function draftOf(token: string, tabId: number | null): Promise<Draft | null> {
  const known = ((await tokens.read()) ?? []).find((each) => each.token === token);
  if (!known || known.tabId !== tabId) return null;
  return (await allDrafts()).find(({ id }) => id === known.draft) ?? null;
}

/** Takes a token: true for the first who does. */
export function takeToken(token: string): Promise<boolean> {
  return inTurn(async () => {
    const before = (await tokens.read()) ?? [];
    const known = before.find((each) => each.token === token);
    if (!known || known.isTaken) return false;
    const taken = (each: Token) => (each === known ? { ...each, isTaken: true } : each);
    await tokens.write(before.map(taken));
    return true;
  });
}
