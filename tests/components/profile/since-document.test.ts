import { expect, test } from 'vitest';
import { sinceDocument } from '@/components/profile/since-document';
import type { Metric } from '@/lib/model/entity';
import { PROFILES } from '@/tests/components/fixtures/profiles';

const users = (value: number, asOf: string): Metric => ({
  measure: 'users',
  value,
  unit: 'people',
  label: { zh: '注册用户', en: 'registered users' },
  asOf,
  sources: ['s'],
});

function home(metrics: Metric[]) {
  const data = PROFILES.division;
  if (!data) throw new Error('No division.');
  return { ...data, owned: [], entity: { ...data.entity, metrics } };
}

test('figures of a document’s time stand beside those of today', () => {
  const all = home([users(1, '2018'), users(2, '2022-05'), users(3, '2026')]);
  const [change] = sinceDocument(all, '2022-06-06');
  expect(change?.former.value).toBe(2);
  expect(change?.latest.value).toBe(3);
});

test('figures of long before or after are none of its time, nor is a single one', () => {
  expect(sinceDocument(home([users(1, '2014'), users(3, '2026')]), '2022-06-06')).toEqual([]);
  expect(sinceDocument(home([users(2, '2022')]), '2022-06-06')).toEqual([]);
});
