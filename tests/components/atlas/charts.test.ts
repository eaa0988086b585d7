import { describe, expect, it } from 'vitest';
import { ARTICLE_2020 } from '@/components/atlas/article-2020';
import { divisionsOf } from '@/components/atlas/atlas-data';
import { bumpLines, rankingSeries } from '@/components/atlas/charts/bump';
import { chartRows, chartScene } from '@/components/atlas/charts/chart';
import { chartChoices, parseChartChoices } from '@/components/atlas/charts/choices';
import { apart } from '@/components/atlas/charts/line-scene';
import { CHART_MEASURES, linesOf } from '@/components/atlas/charts/lines';
import { estimateText } from '@/components/picture/measure-text';
import { PREFS, t } from '../mount';
import { REAL } from './roadmap/dataset';

const DIVISIONS = divisionsOf(REAL);
const ALL = DIVISIONS.map(({ id }) => id);
const SERIES = rankingSeries(REAL.rankings);

describe('lines', () => {
  it.each(CHART_MEASURES)('of %s each count one thing twice or more, and say what', (measure) => {
    const lines = linesOf(REAL, measure, ALL, PREFS);
    expect(lines.length).toBeGreaterThan(0);
    for (const { points, counted } of lines) {
      expect(points.length).toBeGreaterThan(1);
      expect(counted).not.toBe('');
      expect(new Set(points.map(({ metric }) => metric.label.zh)).size).toBe(1);
      expect(points.some(({ metric }) => metric.claim)).toBe(false);
    }
  });

  it('are of the chosen divisions alone', () => {
    const lines = linesOf(REAL, 'users', ['CN-ZJ'], PREFS);
    expect(lines.map(({ entity }) => entity)).toContain('CN-ZJ/zheliban');
    expect(lines.every(({ entity }) => entity.startsWith('CN-ZJ'))).toBe(true);
  });

  it.each([480, 960])('are drawn within %d px, names included', (width) => {
    const chart = {
      kind: 'lines',
      of: 'users',
      lines: linesOf(REAL, 'users', ALL, PREFS),
    } as const;
    const { shapes, height } = chartScene(chart, DIVISIONS, width, estimateText, PREFS, t);
    for (const shape of shapes) {
      if (shape.shape !== 'text') continue;
      expect(shape.y).toBeLessThanOrEqual(height);
      if (!shape.anchor) expect(shape.x + estimateText(shape.text, shape.size)).toBeLessThan(width);
    }
  });
});

describe('apart', () => {
  it('keeps names from lying over each other, in their order, above the end', () => {
    const placed = apart([100, 101, 102, 300, 299], 16, 310);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let at = 1; at < sorted.length; at++) {
      expect(sorted[at]! - sorted[at - 1]!).toBeGreaterThanOrEqual(16);
    }
    expect(Math.max(...placed)).toBeLessThanOrEqual(310);
    expect(placed[0]).toBeLessThan(placed[1]!);
  });
});

describe('rankings over years', () => {
  it('are of one publisher, one a year, and of none whom nobody knows', () => {
    expect(SERIES.length).toBeGreaterThan(1);
    for (const { key, rankings } of SERIES) {
      const years = rankings.map(({ dataYear }) => dataYear);
      expect(years).toEqual([...new Set(years)].sort());
      expect(key).not.toContain('未注明');
    }
  });

  it('put a division where its publisher did, a grade without a rank in a band', () => {
    const [series] = SERIES;
    if (!series) throw new Error('no series');
    const zhejiang = bumpLines(series, ['CN-ZJ'])[0];
    expect(zhejiang?.places.find(({ year }) => year === 2019)?.row.rank).toBe(1);
    const chart = { kind: 'bump', series, divisions: ARTICLE_2020 } as const;
    const scene = chartScene(chart, DIVISIONS, 960, estimateText, PREFS, t);
    const texts = scene.shapes.flatMap((shape) => (shape.shape === 'text' ? shape.text : []));
    expect(texts).toEqual(expect.arrayContaining(['2019', '1', '非常高', '浙江', '广东']));
    expect(chartRows(chart, DIVISIONS, PREFS, t).every(({ sources }) => sources.length > 0)).toBe(
      true,
    );
  });

  it.each([{}, { m: 'rankings', d: 'CN-ZJ,CN-GD' }, { m: 'online-share' }])(
    'stand in the address: %j',
    (choices) => {
      expect(chartChoices(parseChartChoices(choices))).toEqual(choices);
    },
  );
});
