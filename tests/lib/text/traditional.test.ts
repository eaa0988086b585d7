import { describe, expect, it } from 'vitest';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import type { Names } from '@/lib/model/entity';
import { createConverter } from '@/lib/text/convert';
import { toTraditional, traditionalQuotes } from '@/lib/text/traditional';
import { datasetTexts, reference } from '@/scripts/build-traditional';
import { readDatasetFiles } from '@/scripts/check-data';

function packagedNames(): Names[] {
  const parsed = parseDataset(readDatasetFiles());
  if (!parsed.ok) throw new Error(parsed.error.map(describeProblem).join('\n'));
  return parsed.value.entities.map(({ names }) => names);
}

describe('toTraditional', () => {
  it('agrees with OpenCC on every text of the dataset', () => {
    const wrong = datasetTexts().filter(
      (text) => toTraditional(text) !== traditionalQuotes(reference(text)),
    );
    expect(wrong, 'run `npx tsx scripts/build-traditional.ts`').toEqual([]);
  });

  it('writes each name in a text as the profile has it above', () => {
    const wrong = packagedNames().filter(({ zhHans, zhHant }) => toTraditional(zhHans) !== zhHant);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['通过“浙里办”APP', '通過「浙里辦」APP'],
    ['一件事一次办，最多跑一次', '一件事一次辦，最多跑一次'],
    ['群众在网页里办事', '群眾在網頁裡辦事'],
    ['着手打造门户平台', '著手打造門戶平台'],
    ['“一网通办‘总门户’”', '「一網通辦『總門戶』」'],
    ['‘粤康码’与“粤省事”', '『粵康碼』與「粵省事」'],
    ['Shanghai’s “one network”', 'Shanghai’s “one network”'],
    ['上海’s', '上海’s'],
    ['随申办市民云', '隨申辦市民雲'],
    ['干部考核与若干意见', '幹部考核與若干意見'],
    ['GB/T 2260', 'GB/T 2260'],
    ['已是繁體', '已是繁體'],
    ['', ''],
  ])('shows %s as %s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });
});

describe('createConverter', () => {
  it('takes the longest phrase that begins at a place', () => {
    const convert = createConverter('干乾', '干部 幹部|干部门 干部門');
    expect(convert('干部门干部干')).toBe('干部門幹部乾');
  });
});
