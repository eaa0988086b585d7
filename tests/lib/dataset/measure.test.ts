import { describe, expect, it } from 'vitest';
import { checkBars, lookForNext, measure } from '@/lib/dataset/measure';
import { platformOf, smallDataset } from './small-dataset';

const TODAY = '2026-11-23';

describe('measures of the dataset', () => {
  it('counts what can be opened and what is recent', () => {
    const dataset = smallDataset();
    expect(measure(dataset)).toMatchObject({ facts: 1, traceable: 100, recent: 0 });
    dataset.sources[0]!.url = null;
    platformOf(dataset).facts[0]!.asOf = '2023-01';
    expect(measure(dataset)).toMatchObject({ traceable: 0, recent: 100 });
  });

  it('says which measure fell below its bar', () => {
    const measures = measure(smallDataset());
    expect(checkBars(measures, { ...measures, traceable: 100 })).toEqual([]);
    const fallen = checkBars({ ...measures, traceable: 99.9 }, { ...measures, traceable: 100 });
    expect(fallen.map(({ path }) => path)).toEqual(['traceable']);
  });

  it('lists apps without a new figure and divisions without a new document', () => {
    const dataset = smallDataset();
    const app = platformOf(dataset);
    app.metrics.push({
      measure: 'users',
      value: 1,
      unit: 'people',
      label: { zh: '注册用户', en: 'registered users' },
      asOf: '2024-10',
      sources: ['paper-2019'],
    });
    expect(lookForNext(dataset, TODAY)).toEqual([
      expect.stringContaining('CN-ZJ/zheliban'),
      expect.stringContaining('CN-ZJ'),
    ]);
    app.metrics[0]!.asOf = '2024-11';
    const policy = dataset.entities[2]!;
    if (policy.kind === 'policy') policy.date = '2023';
    expect(lookForNext(dataset, TODAY)).toEqual([]);
  });
});
