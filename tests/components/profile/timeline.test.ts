import { describe, expect, it } from 'vitest';
import { timelineOf } from '@/components/profile/timeline';
import { MASTER_PLAN, ZHELIBAN } from '@/tests/components/fixtures/entities';

const policy = (id: string, date: string | null) => ({ ...MASTER_PLAN, id, date });

describe('timelineOf', () => {
  it('goes back from the newest year, undated policies at the end', () => {
    const years = timelineOf([
      policy('a', '2018-07-16'),
      policy('b', null),
      policy('c', '2022-08'),
      policy('d', '2018-12-28'),
      ZHELIBAN,
    ]);
    expect(years.map(({ year, policies }) => [year, policies.map(({ id }) => id)])).toEqual([
      [2022, ['c']],
      [2018, ['d', 'a']],
      [null, ['b']],
    ]);
  });
});
