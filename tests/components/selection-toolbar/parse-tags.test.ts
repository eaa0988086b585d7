import { describe, expect, it } from 'vitest';
import { parseTags } from '@/components/selection-toolbar/parse-tags';

describe('parseTags', () => {
  it.each([
    ['改革 数据共享', ['改革', '数据共享']],
    ['#改革，#数据、开放；', ['改革', '数据', '开放']],
    ['改革 改革', ['改革']],
    ['  ', []],
    ['＃ ', []],
    ['open data, cloud', ['open', 'data', 'cloud']],
  ])('reads %j as %j', (typed, tags) => {
    expect(parseTags(typed)).toEqual(tags);
  });
});
