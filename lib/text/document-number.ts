/** What the number of a Chinese official document says: 浙政发〔2018〕5号. */
export interface DocumentNumber {
  /** Stands for the issuing body, whatever the series: 浙政 of 浙政发, 浙政函. */
  stem: string;
  /** The calendar year, four digits. */
  year: string;
}

/** Brackets of all kinds are written around the year; 第 before the number is of orders and of slips. */
export const NUMBER_TAIL =
  /[〔［[（(【「﹝]\s?((?:19|20)\d{2})\s?[〕］\])）】」﹞]\s?第?\s?\d{1,5}\s?[号號]/g;
/** Which series of a body's documents: letters sent out, replies, rules. */
const SERIES = /[发發函字规規]$/;

/** The stem of what stands before the year. */
export function stemOf(prefix: string): string {
  return prefix.replace(SERIES, '');
}

/** Reads a number, from its first character to 号; null for other texts. */
export function readDocumentNumber(text: string): DocumentNumber | null {
  const [tail] = text.matchAll(NUMBER_TAIL);
  return tail?.index ? { stem: stemOf(text.slice(0, tail.index)), year: tail[1]! } : null;
}
