import { describe, expect, it } from 'vitest';
import { thenAndNow } from '@/components/card/then-now';
import type { Metric } from '@/lib/model/entity';

const users = (value: number, asOf: string, zh = '个人实名用户'): Metric => ({
  measure: 'users',
  value,
  unit: 'people',
  label: { zh, en: 'real-name users' },
  asOf,
  sources: ['a'],
});
const SERIES = [users(10_080_000, '2019-10-17'), users(84_563_000, '2024-11')];

describe('the figures of a page beside those of today', () => {
  it.each([
    '总门户个人实名用户1008万',
    '實名用戶突破1000萬（个人实名用户）',
    '实名用户10,080,000人',
    '实名用户1000多万',
  ])('gives the newest of the same count beside %s', (passage) => {
    const [change] = thenAndNow(passage, SERIES);
    expect(change?.former.value).toBe(10_080_000);
    expect(change?.latest.value).toBe(84_563_000);
  });

  it.each([
    ['another count', '投资1008万元，网点很多'],
    ['another figure', '个人实名用户2008万'],
    ['no figure', '个人实名用户很多'],
    ['the newest figure itself', '个人实名用户8456.3万'],
  ])('says nothing of %s', (_what, passage) => {
    expect(thenAndNow(passage, SERIES)).toEqual([]);
  });

  it('does not join what was counted otherwise', () => {
    const metrics = [users(10_080_000, '2019-10-17'), users(90_000_000, '2024', '服务用户')];
    expect(thenAndNow('个人实名用户1008万', metrics)).toEqual([]);
  });
});
