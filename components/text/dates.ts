import type { PartialDate } from '@/lib/model/entity';
import type { Language } from '@/lib/model/languages';
import { CUSTOMS } from './writing';

/** How much of a date is written: `month` drops the day. */
export type DateDetail = 'full' | 'month' | 'year';

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * A partial date as the language writes it: 2024年8月1日, 1 Aug 2024. Only the parts that are
 * known are written; what is not a partial date is given back as it is.
 */
export function formatDate(
  date: PartialDate,
  language: Language,
  detail: DateDetail = 'full',
): string {
  const parts = PART.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  const { dates, month: named } = CUSTOMS[language];
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month && detail !== 'year') options.month = named;
  if (day && detail === 'full') options.day = 'numeric';
  const time = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(dates, options).format(time);
}

/** By the dates they hold for, the oldest first; the order given within a date. */
export function oldestFirst<T extends { asOf: PartialDate }>(dated: T[]): T[] {
  return [...dated].sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

/** The newest first. */
export function newestFirst<T extends { asOf: PartialDate }>(dated: T[]): T[] {
  return [...dated].sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
}

/** The year of a partial date, for axes and groups. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** A partial date as a fraction of years, for places on an axis; the middle where parts are unknown. */
export function timeOf(date: PartialDate): number {
  const parts = PART.exec(date);
  if (!parts) return Number.NaN;
  const [, year, month, day] = parts;
  if (!month) return Number(year) + 0.5;
  return Number(year) + (Number(month) - 1 + (day ? (Number(day) - 1) / 31 : 0.5)) / 12;
}
