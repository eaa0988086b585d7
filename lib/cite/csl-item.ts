import type { PartialDate } from '@/lib/model/entity';

/** The types we cite: a document, a page of the web, an article of a newspaper. */
export const CITED_TYPES = ['report', 'webpage', 'article-newspaper'] as const;

/** The variables our items have, and those a style makes of them. */
export const CITED_VARIABLES = [
  ...['title', 'author', 'issued', 'accessed', 'URL', 'number', 'publisher', 'container-title'],
  ...['language', 'note', 'year-suffix', 'citation-number'],
];

/** A date as CSL has it: a year, a month, a day, as far as known. */
export interface CslDate {
  'date-parts': [number[]];
}

/** What is cited, in the terms of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html). */
export interface CslItem {
  id: string;
  type: (typeof CITED_TYPES)[number];
  title: string;
  /** Bodies, not people: their names have no parts. */
  author?: { literal: string }[];
  'container-title'?: string;
  publisher?: string;
  /** Of a document: 国发〔2022〕14号. */
  number?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  language: string;
  /** The words quoted. */
  note?: string;
}

type Optional = Omit<CslItem, 'id' | 'type' | 'title' | 'language'>;

/** Fields that have something in them: no style asks whether a text is empty. */
export function filledIn(fields: { [K in keyof Optional]: Optional[K] | undefined }): Optional {
  const filled: Optional = {};
  const { author, issued, accessed } = fields;
  for (const name of ['container-title', 'publisher', 'number', 'URL', 'note'] as const) {
    const text = fields[name];
    if (text) filled[name] = text;
  }
  return {
    ...filled,
    ...(author && { author }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
  };
}

/** A date of ours, or the day of a moment, as CSL has it; nothing for what is no date. */
export function cslDate(date: PartialDate | null | undefined): CslDate | undefined {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  if (!parts) return undefined;
  const numbers = parts.slice(1).flatMap((part) => (part ? [Number(part)] : []));
  return { 'date-parts': [numbers] };
}

/** A date of CSL as `YYYY-MM-DD`, as far as known; empty where there is none. */
export function dateText(date: CslDate | undefined): string {
  const [parts = []] = date?.['date-parts'] ?? [];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
