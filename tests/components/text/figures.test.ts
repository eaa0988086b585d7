import { describe, expect, it } from 'vitest';
import { formatFigure } from '@/components/text/figures';
import type { Metric } from '@/lib/model/entity';
import { prefsIn } from '@/tests/components/mount';

const metric = (value: number, unit: Metric['unit'], approximate?: true): Metric => ({
  measure: 'other',
  value,
  unit,
  label: { zh: '', en: '' },
  asOf: '2024',
  sources: [],
  ...(approximate ? { approximate } : {}),
});

const t = (_: string, values?: Record<string, string | number>) => `${values?.value}+`;

describe('formatFigure', () => {
  it.each([
    [120_000_000, 'people', 'zh-Hans', '1.2亿'],
    [120_000_000, 'people', 'zh-Hant', '1.2億'],
    [120_000_000, 'people', 'en', '120 million'],
    [560_000, 'people', 'en', '560,000'],
    [560_000, 'people', 'zh-Hans', '56万'],
    [56_000_000, 'people', 'zh-Hans', '5600万'],
    [96.73, 'percent', 'en', '96.73%'],
    [1248, 'count', 'zh-Hans', '1,248'],
    [5, 'days', 'en', '5'],
    [1_626_000_000_000_000, 'bytes', 'zh-Hans', '1,626 TB'],
    [10_000_000_000_000, 'bytes', 'en', '10 TB'],
  ] as const)('writes %s %s in %s as %s', (value, unit, language, written) => {
    expect(formatFigure(metric(value, unit), prefsIn(language), t)).toBe(written);
  });

  it('says that a figure is approximate', () => {
    expect(formatFigure(metric(100, 'count', true), prefsIn('en'), t)).toBe('100+');
  });
});
