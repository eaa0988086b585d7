import type { Highlight } from '@/lib/model/highlight';
import type { LeftOut, Refusal } from '@/lib/model/import-report';
import type { Feed } from '@/lib/model/settings';

/** The kinds of file an import understands, each with what its words are known by. */
export const IMPORT_FORMATS = [
  'backup',
  'csv',
  'web-annotations',
  'hypothesis',
  'obsidian-clipper',
  'readwise',
  'raindrop',
  'kindle',
  'zotero',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** An entry that cannot become a highlight: which it is in the file, and what is wrong. */
export interface Malformed {
  where: string;
  why: Refusal;
}

/** A row of a store that cannot be read here, as it is, and the id by which it lay there. */
export interface Unreadable {
  where: string;
  id: string;
  row: object;
}

/** What a file holds, read but not yet compared with the library. */
export interface Incoming {
  format: ImportFormat;
  highlights: Highlight[];
  /** Ids of those whose file says no time: theirs is that of the import, and counts for nothing. */
  undated: ReadonlySet<string>;
  malformed: Malformed[];
  /** Parts of entries that were read all the same, each part of each entry once. */
  leftOut: { where: string; what: LeftOut }[];
  /** Rows of a backup that this version cannot read; a later one may. */
  unreadable?: readonly Unreadable[];
  /** Of a backup, for the parsers of settings and of own entries; absent in other formats. */
  settings?: unknown;
  ownEntries?: unknown;
  /** The feed a backup names: never taken but by its own yes, for it changes the facts themselves. */
  feed?: Feed;
}
