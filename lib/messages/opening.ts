import * as v from 'valibot';
import { browser } from 'wxt/browser';

const KEY = 'open-at';

/** What went wrong with what the reader just pressed outside our own pages. */
const noticeSchema = v.picklist(['cannot-keep', 'not-saved']);
export type OpeningNotice = v.InferOutput<typeof noticeSchema>;

/** A notice by its name, or null. */
export function openingNotice(name: string | null): OpeningNotice | null {
  return v.is(noticeSchema, name) ? name : null;
}

const openingSchema = v.fallback(
  v.nullable(v.union([v.object({ id: v.string() }), v.object({ notice: noticeSchema })])),
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
