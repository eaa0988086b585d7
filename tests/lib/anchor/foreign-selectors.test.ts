import { expect, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import type { Described } from '@/lib/anchor/quote';

const TEXT = 'lorem ipsum dolor amet yada yada';

function boundariesOf(text: string, quote: Described['quote'], position?: Described['position']) {
  const anchoring = anchor(text, { quote, ...(position && { position }) });
  if (anchoring.state === 'found') return [anchoring.span.start];
  return anchoring.state === 'ambiguous' ? anchoring.spans.map(({ start }) => start) : [];
}

test.each<[string, Described['quote'], number[]]>([
  ['no context at all', { exact: 'dolor am' }, [12]],
  ['the first words of a page', { exact: 'lorem ipsum' }, [0]],
  ['the last words of a page', { exact: 'yada yada' }, [23]],
  ['empty contexts', { exact: 'dolor am', prefix: '', suffix: '' }, [12]],
  ['only a prefix', { exact: 'yada', prefix: 't ' }, [23]],
  ['only a suffix, one character', { exact: 'o', suffix: 'l' }, [13]],
  ['a prefix and a suffix', { exact: 'o', prefix: 'l', suffix: 're' }, [1]],
  ['the same words twice', { exact: 'yada' }, [23, 28]],
  ['contexts that fit twice', { exact: 'o', prefix: 'l', suffix: 'r' }, [1, 15]],
  ['words that are not there', { exact: 'holy grail' }, []],
  ['an empty quote', { exact: '', prefix: 'lorem' }, []],
])('a selector made elsewhere is read as it is meant: %s', (_, quote, expected) => {
  expect(boundariesOf(TEXT, quote)).toEqual(expected);
});

test('occurrences that overlap are two places', () => {
  expect(boundariesOf('bananas', { exact: 'ana' })).toEqual([1, 3]);
});

test('contexts written a little differently still tell places apart', () => {
  const text = 'we had everything before us, we had nothing before us, we were all going';
  expect(boundariesOf(text, { exact: 'before us', prefix: 'we had every-thing' })).toEqual([18]);
  expect(boundariesOf(text, { exact: 'before us', prefix: 'we had nothin' })).toEqual([44]);
});

test('a position that holds other words is not believed', () => {
  expect(boundariesOf(TEXT, { exact: 'dolor' }, { start: 0, end: 5 })).toEqual([12]);
});

test('a position beyond the page is not believed', () => {
  expect(boundariesOf(TEXT, { exact: 'dolor' }, { start: 900, end: 905 })).toEqual([12]);
});
