import { describe, expect, it } from 'vitest';
import { createScanner } from '@/lib/detect/scan';
import { createSiteFinder } from '@/lib/detect/sites';
import { found, gazetteerOf } from './scan-fixture';

const gazetteer = gazetteerOf([
  '北京',
  '北京市',
  '北京通',
  '浙江',
  '浙江省',
  '广东',
  '山东',
  '海南',
  '宜城',
  '浙里办',
  '粤省事',
  '粤信签',
  '云上贵州',
  '数字福建',
  '数字福建云计算中心',
  '福建',
  '互联网+监管',
  '政务“一网通办”总门户',
  '一网通办',
  '“互联网+政务服务”工作方案',
  '国发〔2022〕14号',
  '12345',
  '12345热线',
  'e福州',
  'i深圳',
  '西安𠮷市',
  '陕西',
  '上海',
  '豫事办',
  '粤政易（广东）',
]);
const scan = createScanner(gazetteer);

describe('scan', () => {
  it.each([
    ['simplified', '登录浙里办办事', ['2-5 浙里办']],
    ['wrongly converted', '登錄浙裏辦辦事', ['2-5 浙里办']],
    ['Taiwan form', '登錄浙裡辦', ['2-5 浙里办']],
    ['mixed script', '粵信签', ['0-3 粤信签']],
    ['third variant', '粵信籤', ['0-3 粤信签']],
    ['Japanese form', '広東', ['0-2 广东']],
    ['radical from a PDF', '陕\u2ec4省', ['0-2 陕西']],
    ['compatibility ideograph', '廣東，\uf90a', ['0-2 广东']],
    ['variation selector', '浙\ufe00里\ufe01办\ufe02', ['0-5 浙里办']],
    ['variation selector beyond the BMP', '浙\u{e0100}里办', ['0-5 浙里办']],
    ['full width', '互联网＋监管', ['0-6 互联网+监管']],
    ['full-width digits', '拨打１２３４５', ['2-7 12345']],
    ['upper case', 'E福州', ['0-3 e福州']],
    ['gloss inside', '浙(zhè)里办', ['0-8 浙里办']],
    ['gloss after each character', '雲(yún)上(shàng)貴(guì)州(zhōu)', ['0-21 云上贵州']],
    ['gloss after the last character', '北京通(tōng)上线', ['0-2 北京', '0-3 北京通'].reverse()],
    ['gloss before', '在(zài)浙江', ['6-8 浙江']],
    ['bracket after', '浙江（2020）', ['0-2 浙江']],
    ['spaces in a name of three', '粤 省 事', ['0-5 粤省事']],
    ['full-width spaces', '粤　省　事', ['0-5 粤省事']],
    ['line end and indentation', '粤省\n    事', ['0-8 粤省事']],
    ['zero-width space', '浙\u200b江', ['0-3 浙江']],
    ['soft hyphen', '山\u00ad东', ['0-3 山东']],
    ['name of two in a table', '广　东', ['0-3 广东']],
    ['name of two in a list', '、广 东、', ['1-4 广东']],
    ['spaced out line', '在 广 东 省', ['2-5 广东']],
    [
      'optional quotation marks',
      '政务一网通办总门户',
      ['0-9 政务“一网通办”总门户', '2-6 一网通办'],
    ],
    ['its quotation marks', '政务“一网通办”总门户', ['0-11 政务“一网通办”总门户', '3-7 一网通办']],
    ['quotation marks around each part', '政务“一网”“通办”总门户', ['0-13 政务“一网通办”总门户']],
    ['straight quotation marks around one character', '粤"省"事', ['0-5 粤省事']],
    ['corner brackets', '政務「一網通辦」總門戶', ['0-11 政务“一网通办”总门户', '3-7 一网通办']],
    [
      'straight quotation marks',
      '政务"一网通办"总门户',
      ['0-11 政务“一网通办”总门户', '3-7 一网通办'],
    ],
    [
      'quotation mark at the start of the name',
      '印发“互联网+政务服务”工作方案',
      ['2-16 “互联网+政务服务”工作方案'],
    ],
    ['the same without marks', '印发互联网+政务服务工作方案', ['2-14 “互联网+政务服务”工作方案']],
    ['document number in hexagonal brackets', '（国发〔2022〕14号）', ['1-12 国发〔2022〕14号']],
    ['in square brackets', '国发[2022]14号', ['0-11 国发〔2022〕14号']],
    ['in full-width square brackets', '国发［2022］14号', ['0-11 国发〔2022〕14号']],
    ['in round brackets', '国发（2022）14号', ['0-11 国发〔2022〕14号']],
    [
      'in angle brackets',
      '国发<2022>14号，国发＜2022＞14号',
      ['0-11 国发〔2022〕14号', '12-23 国发〔2022〕14号'],
    ],
    ['in lenticular brackets and spaced', '国发【2022】 14 号', ['0-13 国发〔2022〕14号']],
    ['beyond the BMP', '西安𠮷市', ['0-5 西安𠮷市']],
    ['bracket in the name', '粤政易(广东)', ['0-7 粤政易（广东）', '4-6 广东']],
    [
      'names that begin with the same one',
      '数字福建云计算中心',
      ['0-9 数字福建云计算中心', '0-4 数字福建', '2-4 福建'],
    ],
    ['name twice', '浙江浙江', ['0-2 浙江', '2-4 浙江']],
    ['number in a name', '12345热线', ['0-7 12345热线', '0-5 12345']],
  ])('finds a name in %s', (_, text, names) => {
    expect(found(text, gazetteer)).toEqual(names);
  });

  it.each([
    ['a comma inside', '浙，江'],
    ['an enumeration comma inside', '粤、省事'],
    ['a dot inside', '浙·里办'],
    ['a hyphen inside', '浙-里办'],
    ['Chinese in brackets inside', '粤(广州)省事'],
    ['a footnote inside', '浙[1]江'],
    ['a blank line inside', '粤省\n\n事'],
    ['a space between two words', '因地制宜 城市更新'],
    ['a space and a zero-width one between two words', '因地制宜 \u200b城市更新'],
    ['a full-width space between two clauses', '黄海　南宁'],
    ['a quotation mark between two names', '“浙里”办事'],
    ['a closing and an opening quotation mark', '粤省”“事'],
    ['an opening quotation mark that nothing closes', '粤“省事'],
    ['a straight quotation mark alone', '粤"省事'],
    ['part of a longer number', '123456'],
    ['part of a number with a space', '12 345'],
    ['part of a Latin word', 'wifi深圳'],
    ['another character that looks alike', '予事办'],
    ['letters of a gloss', '数(e)福州'],
    ['a name cut by the end of the text', '浙里'],
    ['nothing', ''],
    ['Latin text', 'The quick brown fox jumps over the lazy dog'],
  ])('finds nothing in %s', (_, text) => {
    expect(found(text, gazetteer)).toEqual([]);
  });

  it('finds a name wherever in the text it stands', () => {
    for (let before = 0; before < 12; before++)
      expect(found(`${'，'.repeat(before)}浙里办`, gazetteer)).toEqual([
        `${before}-${before + 3} 浙里办`,
      ]);
  });

  it('finds every name of a page full of names, which is looked through in several goes', () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `${'，'.repeat(shift)}${'浙里办，'.repeat(5000)}`;
      const starts = scan(text).map(({ start }) => start);
      expect(starts).toEqual(Array.from({ length: 5000 }, (_, i) => shift + 4 * i));
    }
  });

  it('looks closer at nothing in a long run of spaces, brackets or quotation marks', () => {
    const { find } = createSiteFinder(gazetteer.matcher.roles);
    for (const noise of [' ', '　', '（', '）', '“', '\u200b'])
      expect(find(noise.repeat(4000), 0, 4000)).toBe(0);
    expect(find(`${' '.repeat(397)}浙里办`, 0, 400)).toBeGreaterThan(0);
  });

  it('looks at a Latin text only once when every name has a Han character', () => {
    expect(gazetteerOf(['浙江', 'e福州']).matcher.hanOnly).toBe(true);
    expect(gazetteerOf(['浙江', '12345']).matcher.hanOnly).toBe(false);
  });
});
