import { expect, describe as group, test } from 'vitest';
import { align } from '@/lib/anchor/align';
import { inOrder } from '@/lib/anchor/in-order';

const CLOSED = { start: false, end: false };

/** What of the new text stands for the units from `start` to `end` of the old one, · for none. */
function standsFor(old: string, now: string, quote: string, open = CLOSED): string {
  const start = old.indexOf(quote);
  const span = { start, end: start + quote.length };
  const aligned = align(old, now, span, open);
  return [...(aligned?.pairs ?? [])]
    .slice(span.start, span.end)
    .map((at) => now[at] ?? '·')
    .join('');
}

group('an alignment', () => {
  test.each([
    ['of equals', '甲乙丙丁', '甲乙丙丁', '乙丙', '乙丙'],
    ['pairs a word with the one in its place', '甲第三条乙', '甲第四条乙', '第三条', '第四条'],
    ['leaves what has gone without a partner', '甲乙丙丁戊己', '甲乙己', '丙丁', '··'],
    [
      'keeps a quote together',
      '。第三条丙丁',
      '。第三条新的内容。第四条丙丁',
      '第三条丙丁',
      '第四条丙丁',
    ],
    ['lets the neighbour of two equals go', '题名题名正文', '题名正文', '题名', '题名'],
    ['puts in whole sentences', '甲有乙。丙', '甲有乙；丁有乙。丙', '有乙', '有乙'],
  ])('%s', (_, old, now, quote, expected) => {
    expect(standsFor(old, now, quote)).toBe(expected);
  });

  test('keeps the end of a quote that words were put into, though all behind it was rewritten', () => {
    const old = '任何人不得截留。离婚时一方生活困难的，另一方应当给予适当帮助';
    const now = '任何组织和个人不得截留。第九十条养育费用由双方商定，商定不成的由法院判决';
    const open = { start: false, end: true };
    expect(standsFor(old, now, '任何人不得截留。', open)).toBe('任何人不得截留。');
  });

  test('of texts too long to compare is none', () => {
    const long = '甲'.repeat(2000);
    expect(align(long, long, { start: 0, end: 10 }, CLOSED)).toBeNull();
  });
});

test('the longest part that ascends', () => {
  const numbers = [5, 1, 2, 9, 3, 8, 4];
  expect(inOrder(numbers).map((i) => numbers[i])).toEqual([1, 2, 3, 4]);
  expect(inOrder([])).toEqual([]);
});
