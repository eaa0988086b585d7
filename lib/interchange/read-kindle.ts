import type { Refusal } from '@/lib/model/import-report';
import { err, type Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import type { Incoming } from './incoming';
import { readEntries } from './read-entries';
import { bookAddress } from './source-address';

/** What ends each entry of a Kindle's `My Clippings.txt`. */
const END = /^={10}[ \t]*\r?$/m;
/** The line under a book's title. Japanese devices put the sort behind the place. */
const ABOUT = /^\s*-\s/;
const SORTS = [
  ['bookmark', /\bBookmark\b|书签|書籤|ブックマーク/],
  ['note', /\bNote\b|笔记|筆記|註記|メモ/],
  ['highlight', /\bHighlight\b|\bClip|标注|標註|標記|重點|剪切|剪貼|ハイライト/],
] as const;
/** What stands in place of a passage once a book's publisher allows no more of them. */
const LIMIT = /^<.*(?:clipping limit|剪贴上限|剪貼上限|裁剪上限).*>$/s;

interface Clipping {
  title: string;
  sort: 'bookmark' | 'note' | 'highlight';
  /** The book's own count of where it stands, its first and last; null where the file says none. */
  from: number | null;
  to: number | null;
  added: string | null;
  text: string;
}

/** True for the file a Kindle keeps its reader's passages in, in Chinese, English or Japanese. */
export function isKindle(text: string): boolean {
  const [first = '', ...others] = text.split(END, 2);
  return others.length > 0 && clippingOf(first) !== null;
}

/** Reads a Kindle's passages; a note goes with the passage that it stands in. */
export function readKindle(text: string, now: Date): Incoming {
  const all = text.split(END).flatMap((block, nth) => {
    const value = clippingOf(block);
    return value ? [{ where: `${nth + 1}`, value }] : [];
  });
  const marked = all.filter(({ value }) => value.sort === 'highlight');
  // Marked again, a passage stands there twice: the later one counts.
  const passages = [...new Map(marked.map((each) => [nameOf(each.value), each])).values()];
  const notes = new Map<Clipping, string[]>();
  const others = all.filter(({ value }) => {
    if (value.sort !== 'note') return value.sort === 'bookmark';
    const passage = passages.filter((each) => holds(each.value, value)).at(-1)?.value;
    if (passage) notes.set(passage, [...(notes.get(passage) ?? []), value.text]);
    return !passage;
  });
  return readEntries('kindle', [...passages, ...others], (clipping) =>
    readClipping(clipping, notes.get(clipping) ?? [], now),
  );
}

function readClipping(
  clipping: Clipping,
  notes: readonly string[],
  now: Date,
): Result<Reading, Refusal> {
  const { title, sort, added, text } = clipping;
  if (sort === 'bookmark') return err('bookmark');
  if (sort === 'note') return err('unattached-note');
  if (LIMIT.test(text)) return err('no-text');
  const entry = { exact: text, url: bookAddress(title, ''), title, note: notes.join('\n\n') };
  return highlightFrom({ name: nameOf(clipping), ...entry, created: added, modified: added }, now);
}

function nameOf({ title, from, text }: Clipping): string {
  return `kindle ${title} ${from ?? ''} ${text}`;
}

/** A note has the place where its passage ends, or one within it. */
function holds(passage: Clipping, note: Clipping): boolean {
  if (passage.title !== note.title || passage.from === null || note.from === null) return false;
  return passage.from <= note.from && note.from <= (passage.to ?? passage.from);
}

function clippingOf(block: string): Clipping | null {
  const lines = block.replace(/^[\s\ufeff]+/, '').split(/\r?\n/);
  const [title = '', about = '', ...text] = lines;
  const sort = ABOUT.test(about) && SORTS.find(([, words]) => words.test(about))?.[0];
  if (!sort) return null;
  const place = /(?:location|Loc\.|位置)\s*(?:No\.\s*|#)?(\d+)(?:-(\d+))?/i.exec(about);
  const page = /(?:page|第)\s*(\d+)(?:-(\d+))?/i.exec(about);
  const [, from, to] = place ?? page ?? [];
  return {
    title: title.replace(/\ufeff/g, '').trim(),
    sort,
    from: from === undefined ? null : Number(from),
    to: to === undefined ? null : endOf(from ?? '', to),
    added: momentOf(about.slice(about.lastIndexOf('|') + 1)),
    text: text.join('\n').trim(),
  };
}

/** Old devices leave out what both places begin with: 1405-7 is 1405 to 1407. */
function endOf(from: string, to: string): number {
  return Number(to.length < from.length ? from.slice(0, -to.length) + to : to);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** When it was added, by the device's clock, which tells no zone: the reader's is taken. */
function momentOf(words: string): string | null {
  const day = chineseDay(words) ?? englishDay(words);
  const clock = /(\d{1,2}):(\d\d)(?::(\d\d))?/.exec(words);
  if (!day || !clock) return null;
  const [, hour = '', minute = '', second = '0'] = clock;
  const half = /下午|晚上|\bPM\b/i.test(words) ? 12 : 0;
  const isTwelve = /上午|凌晨|下午|晚上|\b[AP]M\b/i.test(words);
  const hours = isTwelve ? (Number(hour) % 12) + half : Number(hour);
  const time = new Date(...day, hours, Number(minute), Number(second));
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

type Day = [year: number, month: number, day: number];

function chineseDay(words: string): Day | null {
  const found = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(words);
  return found ? [Number(found[1]), Number(found[2]) - 1, Number(found[3])] : null;
}

function englishDay(words: string): Day | null {
  const found =
    /(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2})[a-z]* (?<year>\d{4})/.exec(words) ??
    /(?<month>[A-Z][a-z]{2})[a-z]* (?<day>\d{1,2}),? (?<year>\d{4})/.exec(words);
  const { day, month, year } = found?.groups ?? {};
  const at = MONTHS.indexOf(month?.toLowerCase() ?? '');
  return at < 0 ? null : [Number(year), at, Number(day)];
}
