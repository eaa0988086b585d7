import { describe, expect, it } from 'vitest';
import { packagedDetector } from './packaged-detector';

const detector = await packagedDetector();
const NOWHERE = { host: '', title: '' };

/** The mention of `name` in a text: entity and rivals. */
function meaning(name: string, text: string, page = NOWHERE) {
  const start = text.indexOf(name);
  const mention = detector
    .detect(text, page)
    .find((one) => one.start === start && one.end === start + name.length);
  return mention && { entity: mention.entity, rivals: mention.rivals };
}

describe('a name that several entities bear', () => {
  it('means the idea where nothing shows whose platform it is', () => {
    expect(meaning('一网通办', '各地推进“一网通办”')?.entity).toBe('CN/yiwangtongban');
  });

  it('means the platform of the division that stands right before it', () => {
    expect(meaning('一网通办', '上海“一网通办”平台')?.entity).toBe('CN-SH/yiwangtongban');
    expect(meaning('一网通办', '北京市“一网通办”平台')?.entity).toBe('CN-BJ/yiwangtongban');
  });

  it('means the platform of the division whose page it stands on', () => {
    const page = { host: 'www.shanghai.gov.cn', title: '' };
    expect(meaning('一网通办', '请登录“一网通办”平台', page)?.entity).toBe('CN-SH/yiwangtongban');
  });

  it('follows the section before the page’s title and host', () => {
    const page = { host: 'www.shanghai.gov.cn', title: '上海要闻', section: '北京经验' };
    expect(meaning('一网通办', '请登录“一网通办”平台', page)?.entity).toBe('CN-BJ/yiwangtongban');
  });

  it('means the idea where the nearest division has no such platform', () => {
    expect(meaning('一网通办', '河南“一网通办”平台升级')?.entity).toBe('CN/yiwangtongban');
  });

  it('means the platform whose full title follows, but not where the nation is spoken of', () => {
    expect(meaning('一网通办', '登录“一网通办”总门户')?.entity).toBe('CN-SH/yiwangtongban');
    expect(meaning('一网通办', '全国推行“一网通办”总门户')?.entity).toBe('CN/yiwangtongban');
  });

  it('keeps its rivals where the text does not decide', () => {
    const found = meaning('云上贵州', '谈一谈“云上贵州”');
    expect(found?.entity).toMatch(/^CN-GZ\//);
    expect(found?.rivals.length).toBeGreaterThan(0);
  });

  it('keeps those rivals that are what the words around say', () => {
    const apps = ['CN-GZ/yunshangguizhou-app', 'CN-GZ/duocaibao'];
    const found = meaning('云上贵州', '“云上贵州”小程序改版');
    expect([found?.entity, ...(found?.rivals ?? [])].sort()).toEqual(apps.sort());
    expect(meaning('云上贵州', '“云上贵州”系统平台扩容')?.rivals).toEqual([]);
  });
});

describe('a name that needs support', () => {
  it('is found where its division is named in the sentence', () => {
    expect(meaning('公共数据平台', '浙江建成公共数据平台')?.entity).toBe(
      'CN-ZJ/gonggong-shuju-pingtai',
    );
  });

  it('is found where its division is named in the sentence before, or behind it', () => {
    expect(meaning('公共数据平台', '浙江动作很快。公共数据平台已经建成')).toBeDefined();
    expect(meaning('公共数据平台', '公共数据平台由浙江建成')).toBeDefined();
  });

  it('is not found where its division is named in another block, or behind its sentence', () => {
    expect(meaning('公共数据平台', '浙江要闻\n\n公共数据平台已经建成')).toBeUndefined();
    expect(meaning('公共数据平台', '公共数据平台已经建成。浙江动作很快')).toBeUndefined();
  });

  it('is found under a title that names its division', () => {
    const page = { host: '', title: '浙江要闻' };
    expect(meaning('公共数据平台', '建成公共数据平台', page)).toBeDefined();
  });

  it('is found on a page of its division', () => {
    const page = { host: 'sjj.zj.gov.cn', title: '' };
    expect(meaning('公共数据平台', '建成公共数据平台', page)?.entity).toBe(
      'CN-ZJ/gonggong-shuju-pingtai',
    );
  });

  it('is not found elsewhere', () => {
    expect(meaning('公共数据平台', '建成公共数据平台')).toBeUndefined();
    expect(meaning('公共数据平台', '山西建成公共数据平台')).toBeUndefined();
  });

  it('gives way to the division inside it', () => {
    const text = '建设数字广东的蓝图';
    expect(detector.detect(text).map(({ start, end }) => text.slice(start, end))).toEqual(['广东']);
  });
});

describe('the division a host speaks for', () => {
  it.each([
    ['www.zj.gov.cn', 'CN-ZJ'],
    ['zj.gov.cn', 'CN-ZJ'],
    ['www.shanghai.gov.cn', 'CN-SH'],
    ['example.org', null],
    ['notzj.gov.cn', null],
  ])('%s: %s', (host, division) => {
    expect(detector.divisionOfHost(host)).toBe(division);
  });
});

describe('words that point at a division without naming it', () => {
  it.each(['某省', '全省各地', '我省', '该市', '本市', '各省市区'])('%s is not marked', (text) => {
    expect(detector.detect(text)).toEqual([]);
  });
});
