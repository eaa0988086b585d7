import type { Wait } from '@/components/wait/WaitLine';

/** What a page reads from the store: the value, or why it is not there. */
export type Reading<T extends object | null> = T | Wait;

/** True once the value is there. */
export function isRead<T extends object | null>(reading: Reading<T>): reading is T {
  return typeof reading !== 'string';
}

/** What a view of several readings waits for: one that failed tells more than one under way. */
export function waitFor(...readings: Reading<object | null>[]): Wait | null {
  if (readings.includes('failed')) return 'failed';
  return readings.includes('loading') ? 'loading' : null;
}
