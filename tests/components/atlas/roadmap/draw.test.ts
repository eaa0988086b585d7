import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARTICLE_2020 } from '@/components/atlas/article-2020';
import { drawRoadmap } from '@/components/atlas/roadmap/draw';
import { packer } from '@/components/atlas/roadmap/drawing';
import type { Document, Entry } from '@/components/atlas/roadmap/entries';
import { lanesOf } from '@/components/atlas/roadmap/lanes';
import { packed } from '@/components/atlas/roadmap/pack';
import { type Sight, ticksOf, timeAt, withinZoom, xOf } from '@/components/atlas/roadmap/view';
import { estimateText } from '@/components/picture/measure-text';
import { MASTER_PLAN } from '../../fixtures/entities';
import { REAL, REAL_ENTRIES } from './dataset';

const SIZE = 12;
const WHOLE: Sight = {
  width: 1280,
  height: 900,
  top: 0,
  left: 0,
  gutter: 100,
  axis: 28,
  pxPerYear: 39,
  size: SIZE,
  first: 2000,
  end: 2027,
  today: 2026.9,
};
const ALL = REAL.entities.filter(({ kind }) => kind === 'division').map(({ id }) => id);

function draw(entries: readonly Entry[], ids: readonly string[], sight: Sight) {
  const lanes = lanesOf(entries, ids, SIZE);
  const given = { measure: estimateText, chosen: null, lineage: new Set<string>() };
  return drawRoadmap(lanes, packer(), { ...given, sight, figureText: () => '' });
}

describe('packed', () => {
  const packing = { rows: 2, pitch: 16, gap: 9, size: 11, end: 1000, measure: estimateText };

  it('never lets two marks or labels of a row overlap, and loses nothing', () => {
    const mark = fc.record({
      x: fc.double({ min: 0, max: 1000, noNaN: true }),
      label: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const sorted = marks.sort((a, b) => a.x - b.x);
        const placed = packed(sorted, {
          ...packing,
          xOf: ({ x }) => x,
          labelOf: ({ label }) => label,
          halfOf: () => 0,
        });
        expect(placed.reduce((sum, { of }) => sum + of.length, 0)).toBe(marks.length);
        for (const row of [0, 1]) {
          let end = -Infinity;
          for (const { x, label } of placed.filter((each) => each.row === row)) {
            const width = label ? estimateText(label.text, packing.size) + label.gap : 0;
            const from = x - (label?.side === 'left' ? width : packing.pitch / 2);
            expect(from).toBeGreaterThanOrEqual(end - 1e-6);
            end = x + (label?.side === 'right' ? width : packing.pitch / 2);
          }
        }
      }),
    );
  });

  it('tells more of them the closer one looks', () => {
    const closer = (by: number) =>
      packed(REAL_ENTRIES.entries, {
        ...packing,
        end: 27 * by,
        xOf: ({ from }) => (from - 2000) * by,
        labelOf: ({ label }) => label,
        halfOf: () => 0,
      }).length;
    expect(closer(400)).toBeGreaterThan(closer(40));
  });
});

describe('drawRoadmap', () => {
  it.each([320, 800, 1600])('writes nothing over anything else, %d px wide', (width) => {
    const sight = { ...WHOLE, width, height: 20_000 };
    const { scene } = draw(REAL_ENTRIES.entries, ALL, {
      ...sight,
      pxPerYear: withinZoom(0, sight),
    });
    const boxes = scene.shapes.flatMap((shape) => {
      if (shape.shape !== 'text') return [];
      const wide = estimateText(shape.text, shape.size);
      const x = { start: 0, middle: wide / 2, end: wide }[shape.anchor ?? 'start'];
      return [{ text: shape.text, from: shape.x - x, to: shape.x - x + wide, y: shape.y }];
    });
    const lines = new Map<number, typeof boxes>();
    for (const box of boxes) {
      const y = Math.round(box.y / 3);
      lines.set(y, [...(lines.get(y) ?? []), box]);
    }
    const over = [...lines.values()].flatMap((line) => {
      const sorted = line.sort((a, b) => a.from - b.from);
      return sorted.filter((box, at) => box.from < (sorted[at - 1]?.to ?? -Infinity) - 1);
    });
    expect(over).toEqual([]);
  });

  it('draws the same marks wherever one has scrolled to', () => {
    const sight = { ...WHOLE, pxPerYear: 300, height: 3000 };
    const at = (left: number) =>
      draw(REAL_ENTRIES.entries, ARTICLE_2020, { ...sight, left }).hits.map(
        ({ x, y, of }) => `${of[0]?.key} ${Math.round(x + left)} ${Math.round(y)}`,
      );
    const [one, other] = [at(4000), at(4100)];
    const shared = one.filter((each) => other.includes(each));
    expect(shared.length).toBeGreaterThan(20);
    const keys = new Set(other.map((each) => each.split(' ')[0]));
    expect(one.filter((each) => keys.has(each.split(' ')[0])).length).toBe(shared.length);
  });

  it('draws what is in sight and no more, of 20,000 entries in 34 lanes', () => {
    const many = Array.from({ length: 20_000 }, (_, at): Document => {
      const from = 2000 + ((at * 7919) % 27_000) / 1000;
      const lane = ALL[at % ALL.length] ?? '';
      const said = { label: `文件${at}`, text: '', lang: 'zh-Hans', date: String(from) };
      const what = { kind: 'policy', policy: MASTER_PLAN, entity: MASTER_PLAN.id } as const;
      return {
        ...said,
        ...what,
        key: String(at),
        lane,
        from,
        to: from,
        precision: 'day',
        sources: [],
      };
    }).sort((a, b) => a.from - b.from);
    for (const pxPerYear of [39, 300, 1400]) {
      const { scene, hits } = draw(many, ALL, { ...WHOLE, pxPerYear, left: pxPerYear * 10 });
      expect(scene.shapes.length).toBeLessThan(9000);
      expect(hits.length).toBeGreaterThan(10);
    }
  });
});

describe('the axis', () => {
  it.each([
    [39, null],
    [200, 4],
    [700, 2],
  ])('at %d px to a year has ticks that can be read', (pxPerYear, month) => {
    const ticks = ticksOf({ ...WHOLE, pxPerYear });
    const apart = ticks.slice(1).map(({ at }, nth) => (at - (ticks[nth]?.at ?? 0)) * pxPerYear);
    expect(Math.min(...apart)).toBeGreaterThan(30);
    expect(ticks.find((tick) => tick.month !== null)?.month ?? null).toBe(month);
  });

  it('finds the moment at a place, and the place of a moment', () => {
    expect(timeAt(xOf(2018.5, WHOLE), WHOLE)).toBeCloseTo(2018.5);
  });
});
