import { describe, expect, it } from 'vitest';
import { mapChoices, parseMapChoices } from '@/components/atlas/map/choices';
import { MAP_MEASURES, valuesOf } from '@/components/atlas/map/measures';
import { SHADES, shadeOf, stepsOf } from '@/components/atlas/map/steps';
import { REAL } from './roadmap/dataset';

describe('the steps of the map', () => {
  it.each([
    [[1], 1],
    [[1, 1, 2], 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5],
    [[], 0],
  ])('of %j are %d, of which every value is in one', (values, count) => {
    const steps = stepsOf(values);
    expect(steps).toHaveLength(count);
    for (const value of values) {
      expect(steps.filter(({ from, to }) => from <= value && value <= to)).toHaveLength(1);
    }
  });

  it('deepen with the value, the most in the deepest, nothing in none', () => {
    const values = [3, 8, 1, 40, 12, 5];
    const steps = stepsOf(values);
    const shades = values.sort((a, b) => a - b).map((value) => shadeOf(value, steps));
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
    expect(shades.at(-1)).toBe(SHADES.at(-1));
    expect(shadeOf(undefined, steps)).toBe(0);
  });
});

describe('the measures of the map', () => {
  it.each(MAP_MEASURES.filter((measure) => measure !== 'highlight'))(
    '%s is on record',
    (measure) => {
      const values = valuesOf(REAL, measure);
      expect(values.size).toBeGreaterThan(5);
      expect(values.has('CN')).toBe(false);
    },
  );

  it('grow from year to year, up to all that is dated', () => {
    const sum = (year: number) =>
      [...valuesOf(REAL, 'policy', year).values()].reduce((all, value) => all + value, 0);
    expect(sum(2017)).toBeLessThan(sum(2021));
    expect(sum(2021)).toBeLessThan(sum(2026));
  });

  it.each([{}, { m: 'users' }, { y: '1' }])('stand in the address: %j', (choices) => {
    expect(mapChoices(parseMapChoices(choices))).toEqual(choices);
  });
});
