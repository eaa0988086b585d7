import { describe, expect, it } from 'vitest';
import { formatDate, timeOf, yearOf } from '@/components/text/dates';

describe('formatDate', () => {
  it.each([
    ['2024-08-01', 'zh-Hans', 'full', '2024年8月1日'],
    ['2024-08-01', 'zh-Hant', 'month', '2024年8月'],
    ['2024-08-01', 'en', 'full', '1 Aug 2024'],
    ['2024-08', 'en', 'full', 'Aug 2024'],
    ['2024', 'zh-Hans', 'full', '2024年'],
    ['2024', 'en', 'month', '2024'],
    ['2024-08-01', 'en', 'year', '2024'],
    ['not a date', 'en', 'full', 'not a date'],
  ] as const)('writes %s in %s, %s, as %s', (date, language, detail, written) => {
    expect(formatDate(date, language, detail)).toBe(written);
  });
});

describe('timeOf', () => {
  it('orders dates of any precision, the middle standing for what is not known', () => {
    const dates = ['2019-01-02', '2019-03', '2019', '2019-11-30', '2020'];
    const times = dates.map(timeOf);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(yearOf('2019-11-30')).toBe(2019);
  });
});
