import { expect, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { makeCase } from '@/tests/bench/anchor-cases';
import { readCorpus } from '@/tests/bench/anchor-pages';

/** Of so many cases a sixth are deletions, of passages whose like stands elsewhere on the page. */
const SEEDS = Array.from({ length: 1200 }, (_, seed) => seed);

/** The pages are made of the dataset's sentences: a share holds whatever it says next, a zero by chance. */
const MOST = 0.02;

test('a deleted passage is hardly ever put on its twin', () => {
  const corpus = readCorpus();
  const deleted = SEEDS.map((seed) => ({ seed, ...makeCase(seed, corpus) })).filter(
    ({ after }) => after.span === null,
  );
  expect(deleted.length).toBeGreaterThan(100);
  const found = deleted.filter(
    ({ before, after }) => anchor(after.text, describe(before.text, before.span)).state === 'found',
  );
  const wrong = found.map(({ seed }) => seed);
  expect(wrong.length / deleted.length, wrong.join()).toBeLessThan(MOST);
});
