import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldUnit } from '@/lib/text/fold';

describe('foldText', () => {
  it.each([
    ['simplified and traditional', '粵信簽 浙政釘 雲上貴州', '粤信签 浙政钉 云上贵州'],
    ['wrong conversions', '浙裏辦 隻要 颱灣 樣闆 标準', '浙里办 只要 台湾 样板 标准'],
    [
      'all members of a group',
      '里裏裡 台臺颱檯枱 签簽籤 只隻衹 钟鐘鍾',
      '里里里 台台台台台 签签签 只只只 钟钟钟',
    ],
    ['Japanese forms', '広東 黒竜江 甘粛 四川県', '广东 黑龙江 甘肃 四川县'],
    ['compatibility ideographs', '\uf97e\uf9e4\uf9f7', '量理立'],
    [
      'Kangxi and CJK radicals, as in PDF text',
      '\u2f00\u2f63\u2f8f 陕\u2ec4 \u2ed4\u2ea0',
      '一生行 陕西 门民',
    ],
    ['full-width Latin and case', '１２３４５ ＡＰＰ i深圳', '12345 app i深圳'],
    [
      'quotation marks and brackets',
      '“一”「一」 〔2022〕[2022]（2022）',
      '"一""一" (2022)(2022)(2022)',
    ],
    ['signs', '互联网＋督查 2018—2020 2018–2020', '互联网+督查 2018-2020 2018-2020'],
  ])('folds %s', (_, written, folded) => {
    expect(foldText(written)).toBe(folded);
  });

  it.each([
    ['芸 and 藝', '芸', '藝'],
    ['予 and 豫', '予', '豫'],
    ['沪 and 濾', '沪', '濾'],
    ['联 and 连', '联', '连'],
    ['佳 and 隹', '佳', '隹'],
    ['已 and 己', '已', '己'],
    ['未 and 末', '未', '末'],
  ])('keeps %s apart', (_, a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  it('never changes the length, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(folded.length).toBe(text.length);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it('folds long texts as short ones', () => {
    const text = Array.from({ length: 500 }, (_, nth) => `「數據」${nth}🀄ＡＢ`).join('');
    expect(foldText(text)).toBe(
      text
        .split('')
        .map((unit) => foldText(unit))
        .join(''),
    );
  });

  it('folds every unit to one that stays', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
    expect(units.filter((unit) => foldUnit(foldUnit(unit)) !== foldUnit(unit))).toEqual([]);
  });
});
