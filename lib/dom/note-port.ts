/*
 * What a view and the frame in it, with the note being written or an own entry, say to each other: over a
 * port of their own, which no page can see. Both ends are ours; still each reads what it is given.
 */

const CONTENTS = ['note', 'entry'] as const;

/** The first message to the frame: what it shows, and how it is to look. */
export interface NoteStart {
  shows: (typeof CONTENTS)[number];
  token: string;
  theme: 'light' | 'dark';
}

const ENDINGS = ['saved', 'deleted', 'dropped', 'closed'] as const;
export type NoteEnding = (typeof ENDINGS)[number];

/** What the frame says: how high it is, in px; that something was typed; that the focus left it; that it is done. */
export type NoteSaid =
  | { say: 'height'; px: number }
  | { say: 'typed' }
  | { say: 'left' }
  | { say: 'ended'; how: NoteEnding };

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Reads the first message; null when it is another's. */
export function readStart(value: unknown): NoteStart | null {
  const [token, theme] = [field(value, 'token'), field(value, 'theme')];
  const shows = CONTENTS.find((each) => each === field(value, 'shows'));
  if (!shows || typeof token !== 'string' || (theme !== 'light' && theme !== 'dark')) return null;
  return { shows, token, theme };
}

/** Reads what the frame said; null when it is nothing known. */
export function readSaid(value: unknown): NoteSaid | null {
  const say = field(value, 'say');
  if (say === 'typed' || say === 'left') return { say };
  const px = field(value, 'px');
  if (say === 'height' && typeof px === 'number' && px >= 0) return { say, px };
  const how = ENDINGS.find((each) => each === field(value, 'how'));
  return say === 'ended' && how ? { say, how } : null;
}
