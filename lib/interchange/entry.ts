import { pageKey } from '@/lib/address/page-key';
import type { Highlight, HighlightColour } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { stableId } from './stable-id';

/** What all other tools' entries come down to. */
export interface Entry {
  /** Unique among all entries anywhere; the highlight's id is made from it. */
  name: string;
  url: string;
  title: string;
  exact: string;
  prefix: string;
  suffix: string;
  note: string;
  tags: readonly string[];
  colour: HighlightColour;
  /** Any form of time that `Date` reads; null where the file says none. */
  created: string | null;
  modified: string | null;
}

/** An entry read; `undated` as in Incoming. */
export interface Reading {
  highlight: Highlight;
  undated: boolean;
}

function timeOf(text: string | null): string | null {
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/**
 * Makes a highlight of another tool's entry. Positions and paths are not taken over: they count in
 * that tool's reading of the page. The error says what is wrong, for the reader of the preview.
 */
export function highlightFrom(entry: Entry, now: Date): Result<Reading, string> {
  if (!URL.canParse(entry.url)) return err('no web address');
  if (entry.exact.trim() === '') return err('no text');
  const created = timeOf(entry.created);
  const createdAt = created ?? now.toISOString();
  const { exact, prefix, suffix } = entry;
  const parsed = parseHighlight({
    id: stableId(entry.name),
    pageKey: pageKey(entry.url),
    url: entry.url,
    title: entry.title,
    selectors: { quote: { type: 'TextQuoteSelector', exact, prefix, suffix } },
    colour: entry.colour,
    note: entry.note,
    tags: [...new Set(entry.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    entities: [],
    createdAt,
    modifiedAt: timeOf(entry.modified) ?? createdAt,
  });
  return parsed.ok ? ok({ highlight: parsed.value, undated: created === null }) : parsed;
}
