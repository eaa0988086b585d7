import { causeOf } from '@/lib/store/cause';
import type { StoreError } from '@/lib/store/errors';
import { openFailure } from './open-failure';

/** Why the database did not open the last time. */
export async function openProblem(): Promise<Exclude<StoreError, 'unknown-id'>> {
  return (await causeOf(openFailure())) ?? 'store-unavailable';
}
