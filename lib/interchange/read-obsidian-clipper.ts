import * as v from 'valibot';
import type { HighlightColour } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import { plainText } from './html-text';
import type { Incoming } from './incoming';
import { readAs, readEntries } from './read-entries';

/** The JSON that Obsidian Web Clipper's settings export: a list of pages with their highlights. */
const fileSchema = v.array(v.object({ url: v.string(), highlights: v.array(v.unknown()) }));

const highlightSchema = v.object({
  text: v.string(),
  timestamp: v.nullish(v.string(), null),
  color: v.nullish(v.string(), null),
  notes: v.nullish(v.array(v.string())),
  comment: v.nullish(v.string()),
});

/** Its colours and those it had before; any other is yellow. */
const COLOURS: Readonly<Record<string, HighlightColour>> = {
  green: 'green',
  blue: 'blue',
  pink: 'pink',
  red: 'pink',
  purple: 'pink',
};

export function isObsidianClipper(file: unknown): boolean {
  return v.is(fileSchema, file);
}

/** Reads an export of Obsidian Web Clipper's highlights. */
export function readObsidianClipper(file: unknown, now: Date): Incoming {
  const parsed = readAs(fileSchema, file);
  const pages = parsed.ok ? parsed.value : [];
  const entries = pages.flatMap(({ url, highlights }, page) =>
    highlights.map((highlight, nth) => ({
      where: `[${page}].highlights[${nth}]`,
      value: { url, highlight },
    })),
  );
  return readEntries('obsidian-clipper', entries, (value) => readHighlight(value, now));
}

function readHighlight(
  { url, highlight }: { url: string; highlight: unknown },
  now: Date,
): Result<Reading, string> {
  const parsed = readAs(highlightSchema, highlight);
  if (!parsed.ok) return parsed;
  const { text, timestamp, color, notes, comment } = parsed.value;
  return highlightFrom(
    {
      name: `obsidian-clipper ${url} ${timestamp ?? ''} ${text}`,
      url,
      title: '',
      exact: plainText(text),
      prefix: '',
      suffix: '',
      note: (notes ?? (comment ? [comment] : [])).join('\n\n'),
      tags: [],
      colour: COLOURS[color?.toLowerCase() ?? ''] ?? 'yellow',
      created: timestamp,
      modified: timestamp,
    },
    now,
  );
}
