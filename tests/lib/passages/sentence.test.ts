import { describe, expect, test } from 'vitest';
import { sentenceAround, trimSpan } from '@/lib/passages/sentence';

/** The sentence around the first occurrence of a name. */
function around(text: string, name: string): string {
  const start = text.indexOf(name);
  const { start: from, end } = sentenceAround(text, { start, end: start + name.length });
  return text.slice(from, end);
}

describe('the sentence a mention stands in', () => {
  test.each([
    ['first', '浙江推出“浙里办”。广东推出“粤省事”。', '浙里办', '浙江推出“浙里办”。'],
    ['middle', '甲。浙江推出“浙里办”！乙。', '浙里办', '浙江推出“浙里办”！'],
    ['last, without a full stop', '甲。　　浙江推出浙里办\n', '浙里办', '浙江推出浙里办'],
    ['ending in a quotation', '他说：“浙里办好用。”乙。', '浙里办', '他说：“浙里办好用。”'],
    ['the only one', '浙里办', '浙里办', '浙里办'],
    ['with a figure in it', '甲。浙里办有3.5亿次访问。', '浙里办', '浙里办有3.5亿次访问。'],
    [
      'in English',
      'First. Zheliban opened in 2014. Then more.',
      'Zheliban',
      'Zheliban opened in 2014.',
    ],
    ['between blank lines', '甲\n\n浙里办上线\n\n乙', '浙里办', '浙里办上线'],
  ])('%s', (_, text, name, expected) => {
    expect(around(text, name)).toBe(expected);
  });

  test('a name with a sentence mark inside is not cut', () => {
    expect(around('甲。《数字！政府》发布。乙', '《数字！政府》')).toBe('《数字！政府》发布。');
  });
});

test('a span is trimmed of white space of every width', () => {
  expect(trimSpan('　 浙里办\n', { start: 0, end: 6 })).toEqual({ start: 2, end: 5 });
  const { start, end } = trimSpan('　 \n', { start: 0, end: 3 });
  expect(start).toBe(end);
});
