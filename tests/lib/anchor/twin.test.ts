import { expect, describe as group, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { makeCase } from '@/tests/bench/anchor-cases';
import { readCorpus } from '@/tests/bench/anchor-pages';

const corpus = readCorpus();

group('a deleted passage is not put on its twin', () => {
  test.each([
    ['that stands further on, its surroundings side by side', 231],
    ['among rows of which more have come', 286],
    ['whose own surroundings are like its', 352],
    ['that is like it by chance', 550],
    ['that was its neighbour', 577],
    ['in a section that says the same of another', 731],
    ['with the very words, far from the surroundings', 852],
    ['in what was put in its stead', 973],
    ['in a row too unlike to have been weighed', 232],
  ])('%s', (_, seed) => {
    const { before, after } = makeCase(seed, corpus);
    expect(after.span).toBeNull();
    expect(anchor(after.text, describe(before.text, before.span)).state).not.toBe('found');
  });
});
