import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FAULTS, type FaultKind } from './disk';
import { live } from './life';

/** Every call of the day with `GOVGLOSS_HOSTILE`; without, so many that there are two hundred faults. */
const EVERY = process.env.GOVGLOSS_HOSTILE ? 1 : 4;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const tally = new Map<string, number>();

test.each(FAULTS)('confirmed is found, once, whatever %s', async (kind: FaultKind) => {
  let faults = 0;
  for (let nth = 0; ; nth += EVERY) {
    const outcome = await live({ kind, nth }).catch((error: unknown) => {
      throw new Error(`${kind}, call ${nth}`, { cause: error });
    });
    if (outcome.during === null) break;
    faults++;
    expect(outcome.found).toBe(outcome.confirmed);
    tally.set(outcome.during, (tally.get(outcome.during) ?? 0) + 1);
  }
  console.info(kind, faults, Object.fromEntries(tally));
});
