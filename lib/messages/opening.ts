import * as v from 'valibot';
import { storedItem } from './stored-item';

/** What went wrong with what the reader just pressed outside our own pages. */
const noticeSchema = v.picklist(['cannot-keep', 'not-saved']);
export type OpeningNotice = v.InferOutput<typeof noticeSchema>;

/** A notice by its name, or null. */
export function openingNotice(name: string | null): OpeningNotice | null {
  return v.is(noticeSchema, name) ? name : null;
}

const openingSchema = v.union([v.object({ id: v.string() }), v.object({ notice: noticeSchema })]);

/** What the popup opens with: a profile, or a sentence about what the reader just asked for. */
export type Opening = v.InferOutput<typeof openingSchema>;

const item = storedItem('session', 'open-at', openingSchema);

/** A popup takes no argument: what it is to show waits here until it is taken. */
export const leaveOpening = item.write;

/** What the view was opened for, once; null when it was opened by itself. */
export async function takeOpening(): Promise<Opening | null> {
  const opening = await item.read();
  if (opening) await item.remove();
  return opening;
}
