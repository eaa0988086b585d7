import { pageKey } from '@/lib/address/page-key';
import type { Highlight } from '@/lib/model/highlight';
import type { LeftOut, Refusal } from '@/lib/model/import-report';
import { err, ok, type Result } from '@/lib/model/result';
import { LIMITS, parseHighlight } from '@/lib/parse/highlight-schema';
import { colourOf } from './colours';
import { textOf } from './fields';
import { Lenient } from './lenient';
import { sourceAddress } from './source-address';
import { stableId } from './stable-id';

/** What all other tools' entries come down to: each field as the file has it. */
export interface Entry {
  /** Unique among all entries anywhere; the highlight's id is made from it. */
  name: string;
  url: unknown;
  exact: unknown;
  title?: unknown;
  publisher?: unknown;
  /** A day, a month or a year. */
  published?: unknown;
  prefix?: unknown;
  suffix?: unknown;
  note?: unknown;
  tags?: unknown;
  colour?: unknown;
  /** Any form of time that `Date` reads. */
  created?: unknown;
  modified?: unknown;
  /** What its reader found that a highlight has no place for. */
  leftOut?: readonly LeftOut[];
  /** The whole record as a file of ours has it: taken as it is, or where it is broken what of it fits. */
  own?: Partial<Record<keyof Highlight, unknown>>;
}

/** An entry read; `undated` as in Incoming. */
export interface Reading {
  highlight: Highlight;
  undated: boolean;
  leftOut: readonly LeftOut[];
}

/**
 * Makes a highlight of another tool's entry. Without a text or an address it is none; whatever else
 * does not fit is left out, and named. Positions and paths are not taken over: they count in that
 * tool's reading of the page.
 */
export function highlightFrom(entry: Entry, now: Date): Result<Reading, Refusal> {
  const whole = entry.own ? parseHighlight(entry.own) : null;
  if (whole?.ok) return ok({ highlight: whole.value, undated: false, leftOut: [] });
  const url = sourceAddress(textOf(entry.url) ?? '');
  if (url === null || url.length > LIMITS.address) return err('no-address');
  const exact = textOf(entry.exact) ?? '';
  if (exact.trim() === '') return err('no-text');
  if (exact.length > LIMITS.quote) return err('too-long');
  const lenient = new Lenient();
  const created = lenient.moment(entry.created);
  const createdAt = created ?? now.toISOString();
  const modified = lenient.moment(entry.modified);
  const quote = {
    type: 'TextQuoteSelector',
    exact,
    prefix: lenient.textEnd(entry.prefix, LIMITS.context, 'context'),
    suffix: lenient.text(entry.suffix, LIMITS.context, 'context'),
  };
  const record = {
    id: stableId(entry.name),
    pageKey: pageKey(url),
    url,
    title: lenient.text(entry.title, LIMITS.title, 'title'),
    ...lenient.publication(entry.publisher, entry.published, LIMITS.publisher),
    selectors: { quote },
    colour: colourOf(entry.colour),
    note: lenient.text(entry.note, LIMITS.note, 'note'),
    tags: lenient.words(entry.tags, LIMITS.tags, LIMITS.tag, 'tags'),
    entities: [],
    createdAt,
    modifiedAt: modified !== null && modified > createdAt ? modified : createdAt,
  };
  const parsed = withOwn(record, entry.own ?? {});
  const leftOut = [...new Set([...lenient.leftOut, ...(entry.leftOut ?? [])])];
  return parsed ? ok({ highlight: parsed, undated: created === null, leftOut }) : err('not-one');
}

/** What only files of ours say of a highlight. */
const OWN = ['id', 'pageKey', 'selectors', 'colour', 'entities', 'detached'] as const;

/** The record with what a broken one of ours says beside it, but for what does not fit. */
function withOwn(record: object, own: Partial<Record<keyof Highlight, unknown>>): Highlight | null {
  let fitting: object = record;
  for (const key of OWN) {
    const more = { ...fitting, [key]: own[key] };
    if (own[key] !== undefined && parseHighlight(more).ok) fitting = more;
  }
  const parsed = parseHighlight(fitting);
  return parsed.ok ? parsed.value : null;
}
