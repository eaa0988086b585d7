import { describe, expect, it } from 'vitest';
import { chartPoints, seriesOf } from '@/components/profile/metric-series';
import type { Metric } from '@/lib/model/entity';
import { ZHELIBAN } from '@/tests/components/fixtures/entities';

const BOX = { width: 110, height: 60, inset: 5 };

const share = (value: number, asOf: string): Metric => ({
  measure: 'online-share',
  value,
  unit: 'percent',
  label: { zh: '可网办率', en: 'Online' },
  asOf,
  sources: [],
});

describe('seriesOf', () => {
  it('puts figures of the same thing into one series, oldest first', () => {
    const [users, online] = seriesOf([...ZHELIBAN.metrics].reverse());
    expect(users!.points.map(({ value }) => value)).toEqual([28e6, 56e6, 120e6]);
    expect(online!.points).toHaveLength(1);
  });
});

describe('chartPoints', () => {
  it('lets time run as it passed', () => {
    const [series] = seriesOf([share(10, '2018'), share(20, '2019'), share(30, '2022')]);
    expect(chartPoints(series!, BOX).map(({ x }) => x)).toEqual([5, 30, 105]);
  });

  it('measures from zero, and a share up to a hundred', () => {
    const [series] = seriesOf([share(50, '2018'), share(100, '2019')]);
    expect(chartPoints(series!, BOX).map(({ y }) => y)).toEqual([30, 5]);
  });

  it('stays inside its box when all dates or all values are one', () => {
    const [series] = seriesOf([share(0, '2018'), share(0, '2018')]);
    for (const { x, y } of chartPoints(series!, BOX)) {
      expect(x).toBe(55);
      expect(y).toBe(55);
    }
  });
});
