import { describe, expect, it } from 'vitest';
import { matchedCells } from '@/components/atlas/match/cells';
import { compareChoices, parseCompareChoices } from '@/components/atlas/match/choices';
import { matched } from '@/components/atlas/match/matched';
import { PREFS, t } from '../mount';
import { REAL } from './roadmap/dataset';

const TWO = matched(REAL, ['CN-ZJ', 'CN-GD']);

describe('matched', () => {
  it('puts the same question to each division, and shows what one has and the other lacks', () => {
    const row = (key: string) => matchedCells(TWO, PREFS, t).find(([name]) => name === key);
    expect(row('办事应用')).toEqual([
      '办事应用',
      expect.stringContaining('浙里办'),
      expect.stringContaining('粤省事'),
    ]);
    expect(row('机关办公应用')?.[2]).toContain('粤政易');
    expect(row('自助终端')).toEqual(['自助终端', '', expect.stringContaining('粤智助')]);
    expect(row('2018年文件')?.slice(1).every(Boolean)).toBe(true);
  });

  it('has only rows that say something, and rankings that name two of them', () => {
    for (const { kind, cells } of TWO.rows) {
      const answered = cells.filter((cell) => cell !== null).length;
      expect(answered).toBeGreaterThanOrEqual(kind === 'ranking' ? 2 : 1);
    }
  });

  it('takes six at most, each once', () => {
    const d = 'CN-ZJ,CN-GD,CN-ZJ,CN-BJ,CN-SH,CN-FJ,CN-SC,CN-GZ';
    expect(parseCompareChoices({ d }).divisions).toHaveLength(6);
  });

  it.each([{}, { d: 'CN-BJ,CN-SH' }, { g: 'rankings' }])('stands in its address: %j', (choices) => {
    expect(compareChoices(parseCompareChoices(choices))).toEqual(choices);
  });
});
