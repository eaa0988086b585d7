import * as v from 'valibot';
import { browser } from 'wxt/browser';

const KEY = 'open-at';

const openingSchema = v.fallback(
  v.nullable(
    v.union([v.object({ id: v.string() }), v.object({ notice: v.literal('cannot-keep') })]),
  ),
  null,
);

/** What the popup opens with: a profile, or a sentence about what the reader just asked for. */
export type Opening = NonNullable<v.InferOutput<typeof openingSchema>>;

/** A popup takes no argument: what it is to show waits here until it is taken. */
export async function leaveOpening(opening: Opening): Promise<void> {
  await browser.storage.session.set({ [KEY]: opening });
}

/** What the view was opened for, once; null when it was opened by itself. */
export async function takeOpening(): Promise<Opening | null> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  if (stored !== undefined) await browser.storage.session.remove(KEY);
  return v.parse(openingSchema, stored ?? null);
}
