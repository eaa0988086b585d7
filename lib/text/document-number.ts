/** What the number of a Chinese official document says: 浙政发〔2018〕5号. */
export interface DocumentNumber {
  /** Stands for the issuing body, whatever the series: 浙政 of 浙政发, 浙政函. */
  stem: string;
  /** The calendar year, four digits. */
  year: string;
}

/** Year and number, at the end; 第 before the number is of orders and of slips. */
const TAIL = /[〔［[（(【「﹝]\s?((?:19|20)\d{2})\s?[〕］\])）】」﹞]\s?第?\s?\d{1,5}\s?[号號]$/;
/** A tail is no longer, in UTF-16 units. */
const LONGEST_TAIL = 18;
/** Which series of a body's documents: letters sent out, replies, rules. */
const SERIES = /[发發函字规規]$/;

/** The stem of what stands before the year. */
export function stemOf(prefix: string): string {
  return prefix.replace(SERIES, '');
}

/** Where the year of a document number that ends at `end` begins, with its bracket; -1 where none does. */
export function yearStart(text: string, end: number): number {
  const from = Math.max(0, end - LONGEST_TAIL);
  const at = text.slice(from, end).search(TAIL);
  return at < 0 ? -1 : from + at;
}

/** Reads a number, from its first character to 号; null for other texts. */
export function readDocumentNumber(text: string): DocumentNumber | null {
  const start = yearStart(text, text.length);
  const year = start > 0 ? TAIL.exec(text.slice(start))?.[1] : undefined;
  return year === undefined ? null : { stem: stemOf(text.slice(0, start)), year };
}
