import { causeOf, type StoreError } from '@/lib/store/errors';

export type OpenProblem = Exclude<StoreError, 'unknown-id'>;

let problem: OpenProblem = 'store-unavailable';

/** Why the database did not open the last time. */
export function openProblem(): OpenProblem {
  return problem;
}

/** Keeps why it did not. */
export async function noteOpenProblem(error: unknown): Promise<void> {
  problem = (await causeOf(error)) ?? 'store-unavailable';
}
