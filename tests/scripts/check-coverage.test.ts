import { describe, expect, it } from 'vitest';
import { collectUnknown, dateIn, listUnknown, type Unknown } from '@/scripts/check-coverage';

/** Knows one name. */
const detector = {
  detect: (text: string) => {
    const start = text.indexOf('浙里办');
    return start < 0 ? [] : [{ start, end: start + 3, entity: 'CN-ZJ/zheliban', rivals: [] }];
  },
};

function unknownIn(text: string, date: string | null = null, least = 1): Unknown[] {
  const found = new Map<string, Unknown>();
  collectUnknown(text, date, detector as never, found);
  return listUnknown(found, least);
}

describe('what news names and the dataset does not know', () => {
  it.each([
    ['登录“云浮办”办理', '云浮办'],
    ['印发《某省数据流通条例》，', '某省数据流通条例'],
    ['（某政发〔2026〕9号）', '某政发〔2026〕9号'],
    ['接入国家政务数据共享平台后', '国家政务数据共享平台'],
    ['推进“数字某某”建设', '数字某某'],
  ])('finds the name in %s', (text, name) => {
    expect(unknownIn(text).map((each) => each.name)).toEqual([name]);
  });

  it('leaves out what is an entity, and plain words', () => {
    expect(unknownIn('登录“浙里办”，从我做起，用《论语》说话，平台很多。')).toEqual([]);
  });

  it('counts, and lists the newest first', () => {
    const text = '2024-01-02\n“甲地通”上线，“甲地通”好用\n2026年3月4日\n“乙地办”上线';
    const names = unknownIn(text).map(({ name, count, newest }) => [name, count, newest]);
    expect(names).toEqual([
      ['乙地办', 1, '2026-03-04'],
      ['甲地通', 2, '2024-01-02'],
    ]);
    expect(unknownIn(text, null, 2).map(({ name }) => name)).toEqual(['甲地通']);
  });

  it.each([
    ['news-20260809.txt', '2026-08-09'],
    ['2026-08-09', '2026-08-09'],
    ['2026年8月9日，', '2026-08-09'],
    ['没有日期', null],
  ])('reads the date of %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});
