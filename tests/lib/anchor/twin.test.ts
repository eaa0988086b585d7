import { expect, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { makeCase } from '@/tests/bench/anchor-cases';
import { readCorpus } from '@/tests/bench/anchor-pages';

/** Of so many cases a sixth are deletions, of passages whose like stands elsewhere on the page. */
const SEEDS = Array.from({ length: 600 }, (_, seed) => seed);

test('a deleted passage is not put on its twin', () => {
  const corpus = readCorpus();
  const deleted = SEEDS.map((seed) => ({ seed, ...makeCase(seed, corpus) })).filter(
    ({ after }) => after.span === null,
  );
  expect(deleted.length).toBeGreaterThan(50);
  const found = deleted.filter(
    ({ before, after }) => anchor(after.text, describe(before.text, before.span)).state === 'found',
  );
  expect(found.map(({ seed }) => seed)).toEqual([]);
});
