import type { PartialDate } from '@/lib/model/entity';

/** How exactly a date is known. */
export type Precision = 'day' | 'month' | 'year';

/** The stretch of time that a date names, in years and fractions of them; months are equally long. */
export interface Stretch {
  from: number;
  to: number;
  precision: Precision;
}

/** What 2018, 2018-07 and 2018-07-05 each name; null for what is no date. */
export function stretchOf(date: PartialDate): Stretch | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return null;
  const [, year, month, day] = parts;
  const from = Number(year);
  if (!month) return { from, to: from + 1, precision: 'year' };
  const begin = from + (Number(month) - 1) / 12;
  if (!day) return { from: begin, to: begin + 1 / 12, precision: 'month' };
  const at = begin + (Number(day) - 1) / 31 / 12;
  return { from: at, to: at, precision: 'day' };
}

/** Where a mark of it stands: its middle. */
export function middleOf({ from, to }: Pick<Stretch, 'from' | 'to'>): number {
  return (from + to) / 2;
}
