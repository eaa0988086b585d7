import { describe, expect, it } from 'vitest';
import { alignPinyin } from '@/components/text/align-pinyin';

const aligned = (name: string, pinyin: string) =>
  alignPinyin(name, pinyin)
    ?.map(({ character, syllable }) => character + syllable)
    .join(' ') ?? null;

describe('alignPinyin', () => {
  it.each([
    ['浙里办', 'Zhèlǐbàn', '浙Zhè 里lǐ 办bàn'],
    ['浙里办', 'zhè lǐ bàn', '浙zhè 里lǐ 办bàn'],
    ['西安', 'Xī’ān', '西Xī 安ān'],
    ['云南省', 'Yúnnán Shěng', '云Yún 南nán 省Shěng'],
    ['河南省', 'Hénán Shěng', '河Hé 南nán 省Shěng'],
    ['湖南', 'Húnán', '湖Hú 南nán'],
    ['东莞', 'Dōngguǎn', '东Dōng 莞guǎn'],
    ['广安', "Guǎng'ān", '广Guǎng 安ān'],
    ['女儿', 'nǚ’ér', '女nǚ 儿ér'],
    ['吉事办', 'jíshìbàn', '吉jí 事shì 办bàn'],
    ['陕西', 'Shǎnxī', '陕Shǎn 西xī'],
    ['一网通办', 'yì wǎng tōng bàn', '一yì 网wǎng 通tōng 办bàn'],
  ])('sets the syllables of %s over its characters', (name, pinyin, pairs) => {
    expect(aligned(name, pinyin)).toBe(pairs);
  });

  it.each([
    ['more syllables than characters', '浙办', 'zhè lǐ bàn'],
    ['fewer syllables', '浙里办', 'zhè lǐ'],
    ['Latin in the name', '浙里办APP', 'zhè lǐ bàn APP'],
    ['quotation marks in the name', '“浙里办”', 'zhè lǐ bàn'],
    ['no pinyin', '浙', ''],
  ])('answers null for %s', (_, name, pinyin) => {
    expect(alignPinyin(name, pinyin)).toBeNull();
  });
});
