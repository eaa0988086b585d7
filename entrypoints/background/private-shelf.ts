import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { CallError } from '@/lib/messages/protocol';
import { readSettings } from '@/lib/messages/settings';
import { storedItem } from '@/lib/messages/stored-item';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { highlightSchema } from '@/lib/parse/highlight-schema';
import { createTurns } from '@/lib/resource/in-turn';
import { dropPrivateDrafts } from './drafts';
import type { Shelf } from './shelf';

/** In memory, never on the disk: gone with the browser, and with its last private window. */
const kept = storedItem('session', 'kept-privately', v.array(highlightSchema));

const inTurn = createTurns();

async function all(): Promise<Highlight[]> {
  return (await kept.read()) ?? [];
}

/** Makes one change; `work` answers the highlight it is about and whether that is there from now on. */
function write(
  id: string,
  work: (
    there: Highlight | undefined,
  ) => Result<{ highlight: Highlight; stays: boolean }, CallError>,
): Promise<Result<Highlight, CallError>> {
  return inTurn(async () => {
    const before = await all();
    const done = work(before.find((each) => each.id === id));
    if (!done.ok) return done;
    const { highlight, stays } = done.value;
    const others = before.filter((each) => each.id !== id);
    await kept.write(stays ? [...others, highlight] : others);
    return ok(highlight);
  });
}

const unknown = (id: string) => err({ code: 'unknown-id' as const, detail: id });

async function put(highlight: Highlight): Promise<Result<Highlight, CallError>> {
  const { privateKeeping } = await readSettings();
  if (privateKeeping === 'refuse') return err({ code: 'private', detail: 'as the reader chose' });
  return write(highlight.id, (there) => ok({ highlight: there ?? highlight, stays: true }));
}

/** What is kept in private windows, apart from the library. */
export const privateShelf: Shelf = {
  async get(id) {
    const found = (await all()).find((each) => each.id === id);
    return found ? ok(found) : unknown(id);
  },
  ofPage: async (pageKey) => ok((await all()).filter((each) => each.pageKey === pageKey)),
  add(id, draft) {
    const at = new Date().toISOString();
    return put({ ...draft, id, createdAt: at, modifiedAt: at, revision: 1 });
  },
  change: (id, change, base) =>
    write(id, (there) => {
      if (!there) return unknown(id);
      if (base !== undefined && base !== there.revision) {
        return err({ code: 'conflict', detail: `revision ${there.revision}` });
      }
      const modifiedAt = new Date().toISOString();
      const revision = there.revision + 1;
      return ok({ highlight: { ...there, ...change, modifiedAt, revision }, stays: true });
    }),
  remove: (id) =>
    write(id, (there) => (there ? ok({ highlight: there, stays: false }) : unknown(id))),
  restore: put,
};

/** Once no private window is open, nothing of them is left. */
export async function forgetPrivate(): Promise<void> {
  const open = await browser.windows.getAll();
  if (open.some(({ incognito }) => incognito)) return;
  await kept.remove();
  await dropPrivateDrafts();
}
