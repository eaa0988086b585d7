import * as v from 'valibot';
import { storedItem } from '@/lib/messages/stored-item';
import { createTurns } from '@/lib/resource/in-turn';

const tokenSchema = v.object({
  token: v.string(),
  what: v.picklist(['note', 'entry']),
  /** Of the draft or the entry. */
  id: v.string(),
  tabId: v.number(),
  /** Once a frame has opened it no other can. */
  isTaken: v.boolean(),
});
type Token = v.InferOutput<typeof tokenSchema>;

/** In memory, where no page's script can look. */
const tokens = storedItem('session', 'frame-tokens', v.array(tokenSchema));

/** More notes than anyone leaves unfinished, and more frames than a reader opens: the oldest go. */
const MOST = 50;

/**
 * All but the oldest of those that are like the last one, where there are too many: a page that begins
 * one note after another puts an end to none of another page's, and to none in which something was typed.
 */
export function newest<T>(all: T[], isLike: (one: T, last: T) => boolean): T[] {
  const last = all.at(-1);
  const like = last === undefined ? [] : all.filter((one) => isLike(one, last));
  const gone = new Set(like.slice(0, -MOST));
  return all.filter((one) => !gone.has(one));
}

const isLikeToken = (one: Token, last: Token) => one.tabId === last.tabId && one.what === last.what;

const inTurn = createTurns();

/** A token by which one frame in a tab may write a draft, or show an entry. */
export function issueToken(what: Token['what'], id: string, tabId: number): Promise<string> {
  return inTurn(async () => {
    const token = crypto.randomUUID();
    const before = (await tokens.read()) ?? [];
    await tokens.write(
      newest([...before, { token, what, id, tabId, isTaken: false }], isLikeToken),
    );
    return token;
  });
}

/** What a token stands for in the tab it was given for; null where it is no such token. */
export async function heldBy(
  token: string,
  what: Token['what'],
  tabId: number | null,
): Promise<string | null> {
  const known = ((await tokens.read()) ?? []).find((each) => each.token === token);
  return known?.what === what && known.tabId === tabId ? known.id : null;
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
