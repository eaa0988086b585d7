import { describe, expect, it } from 'vitest';
import { checkDataset, countDataset } from '@/lib/dataset/check';
import { formKey, formsOf } from '@/lib/dataset/check-names';
import { factsOf } from '@/lib/dataset/check-references';
import { checkBars, measure } from '@/lib/dataset/measure';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import type { Dataset } from '@/lib/model/dataset';
import { type Division, divisionOf } from '@/lib/model/entity';
import { SITE_SETS } from '@/lib/model/site-sets';
import { conversionLibraries, readDatasetFiles } from '@/scripts/check-data';

function packaged(): Dataset {
  const parsed = parseDataset(readDatasetFiles());
  if (!parsed.ok) throw new Error(parsed.error.map(describeProblem).join('\n'));
  return parsed.value;
}

const dataset = packaged();
const divisions = dataset.entities.filter(
  (entity): entity is Division => entity.kind === 'division',
);
const provinces = divisions.filter((division) => division.type !== 'nation');

/** Every name the 2020 article gives a thing it speaks of, in simplified characters. */
const NAMED_IN_2020: [division: string, kind: string, form: string][] = [
  ['CN-BJ', 'platform', '北京通'],
  ['CN-BJ', 'platform', '一网通查'],
  ['CN-BJ', 'platform', '一网通答'],
  ['CN-BJ', 'platform', '市网上政务服务大厅'],
  ['CN-BJ', 'platform', '北京市政府网站'],
  ['CN-BJ', 'platform', '北京市政府门户网站'],
  ['CN-BJ', 'policy', '北京市推进政务服务“一网通办”工作实施方案'],
  ['CN', 'concept', '一网通办'],
  ['CN-SH', 'platform', '政务“一网通办”总门户'],
  ['CN-SH', 'platform', '政务外网'],
  ['CN-SH', 'platform', '电子政务云'],
  ['CN-SH', 'platform', '上海市大数据中心'],
  ['CN-SH', 'policy', '全面推进“一网通办”加快建设智慧政府工作方案'],
  ['CN-SH', 'concept', '智慧政府'],
  ['CN-ZJ', 'platform', '政务一朵云'],
  ['CN-ZJ', 'platform', '公共数据平台'],
  ['CN-ZJ', 'platform', '浙政钉'],
  ['CN-ZJ', 'platform', '浙里办'],
  ['CN-ZJ', 'platform', '互联网+监管'],
  ['CN-ZJ', 'platform', '互联网+督查'],
  ['CN-ZJ', 'platform', '政务钉钉'],
  ['CN-ZJ', 'concept', '最多跑一次'],
  ['CN-ZJ', 'policy', '浙江省数字化转型标准化建设方案'],
  ['CN-FJ', 'concept', '数字福建'],
  ['CN-FJ', 'platform', '福建省电子政务专网'],
  ['CN-FJ', 'platform', '数字福建云计算中心'],
  ['CN-FJ', 'platform', '闽政通'],
  ['CN-FJ', 'platform', '12345便民服务平台'],
  ['CN-FJ', 'platform', '省网上办事大厅'],
  ['CN-FJ', 'concept', '一窗通办、一码通行、一屏通览'],
  ['CN-FJ', 'policy', '福建省电子政务建设和应用管理办法'],
  ['CN-GD', 'platform', '粤省事'],
  ['CN-GD', 'platform', '广东政务服务网'],
  ['CN-GD', 'platform', '粤商通'],
  ['CN-GD', 'platform', '粤信签'],
  ['CN-GD', 'platform', '粤政图'],
  ['CN-GD', 'platform', '粤政易'],
  ['CN-GD', 'platform', '广东政务服务一体机'],
  ['CN-GD', 'platform', '数字广东公司'],
  ['CN-GD', 'concept', '管运分离、政企合作'],
  ['CN-GD', 'concept', '粤系列'],
  ['CN-GD', 'policy', '广东省“数字政府”建设总体规划'],
  ['CN-SC', 'platform', '四川省一体化政务服务平台'],
  ['CN-SC', 'platform', '四川省政务服务网'],
  ['CN-SC', 'platform', '四川政务服务网'],
  ['CN-SC', 'platform', '天府通办'],
  ['CN-SC', 'platform', '全省统一政务服务管理平台'],
  ['CN-SC', 'platform', '全省政务服务办理平台'],
  ['CN-SC', 'platform', '全省政务服务公共支撑平台'],
  ['CN-SC', 'platform', '四川省政府门户网站'],
  ['CN-SC', 'concept', '一网三平台三体系'],
  ['CN-SC', 'concept', '搜索即服务'],
  ['CN', 'concept', '好差评'],
  ['CN-SC', 'policy', '四川省加快推进“互联网+政务服务”工作方案'],
  ['CN-GZ', 'concept', '一云一网一平台'],
  ['CN-GZ', 'platform', '贵州政府门户网站云平台'],
  ['CN-GZ', 'platform', '云上贵州'],
  ['CN-GZ', 'platform', '贵州政务服务网'],
  ['CN-GZ', 'concept', '聚通用'],
  ['CN-GZ', 'policy', '贵州省政务信息系统整合共享工作方案'],
  ['CN', 'concept', '互联网+政务服务'],
  ['CN', 'concept', '放管服'],
  ['CN', 'concept', '数字政府'],
  ['CN', 'concept', '数字中国'],
  ['CN-BJ', 'division', '北京市'],
  ['CN-BJ', 'division', '北京'],
  ['CN-SH', 'division', '上海市'],
  ['CN-SH', 'division', '上海'],
  ['CN-ZJ', 'division', '浙江省'],
  ['CN-ZJ', 'division', '浙江'],
  ['CN-FJ', 'division', '福建省'],
  ['CN-FJ', 'division', '福建'],
  ['CN-GD', 'division', '广东省'],
  ['CN-GD', 'division', '广东'],
  ['CN-SC', 'division', '四川省'],
  ['CN-SC', 'division', '四川'],
  ['CN-GZ', 'division', '贵州省'],
  ['CN-GZ', 'division', '贵州'],
  ['CN-SD', 'division', '山东'],
];

describe('the packaged dataset', () => {
  it('passes every check', () => {
    const today = new Date().toISOString().slice(0, 10);
    const problems = checkDataset(dataset, today, conversionLibraries());
    expect(problems.map(describeProblem)).toEqual([]);
  });

  it('holds all of China and what is promised of it', () => {
    const counts = countDataset(dataset);
    expect(counts.kinds.division).toBe(34);
    expect(counts.kinds.platform).toBeGreaterThanOrEqual(180);
    expect(counts.kinds.policy).toBeGreaterThanOrEqual(130);
    expect(counts.kinds.concept).toBeGreaterThanOrEqual(70);
    expect(counts.facts).toBeGreaterThanOrEqual(680);
    expect(counts.metrics).toBeGreaterThanOrEqual(200);
  });

  it('is traced and fresh as far as it was before', () => {
    expect(checkBars(measure(dataset)).map(describeProblem)).toEqual([]);
  });

  it('has no fact without source and date', () => {
    for (const { fact } of dataset.entities.flatMap(factsOf)) {
      expect(fact.sources.length).toBeGreaterThan(0);
      expect(fact.asOf).toMatch(/^\d{4}/);
    }
  });

  it('gives each division a code of its own, hosts and three sections or the gap said plainly', () => {
    expect(new Set(provinces.map((division) => division.code)).size).toBe(34);
    for (const division of provinces) {
      expect(division.hosts.length, division.id).toBeGreaterThan(0);
      const empty = Object.values(division.roadmap).filter(({ facts }) => facts.length === 0);
      if (empty.length > 0) expect(division.gaps, division.id).toBeDefined();
    }
  });

  it('lets no host speak for two divisions', () => {
    const hosts = divisions.flatMap((division) => division.hosts);
    expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([]);
    const nested = hosts.filter((host) => hosts.some((other) => host.endsWith(`.${other}`)));
    expect(nested).toEqual([]);
  });

  it.each(NAMED_IN_2020)('knows %s %s %s', (division, kind, form) => {
    const bearers = dataset.entities.filter(
      (entity) =>
        entity.kind === kind &&
        divisionOf(entity) === division &&
        formsOf(entity).some(
          (name) =>
            formKey(name) === formKey(form) ||
            // a title may be cited without the years in brackets at its end
            (kind === 'policy' && formKey(name).startsWith(`${formKey(form)}（`)),
        ),
    );
    expect(bearers.length).toBeGreaterThan(0);
  });

  it('says what became of what the 2020 article names', () => {
    const relationsOf = (id: string) =>
      dataset.entities.find((entity) => entity.id === id)!.relations;
    expect(relationsOf('CN-BJ/beijingtong')).toContainEqual({
      type: 'successor',
      target: 'CN-BJ/jingtong',
    });
    const suishenban = dataset.entities.find((entity) => entity.id === 'CN-SH/suishenban')!;
    expect(suishenban.formerNames.map(({ name }) => name)).toContain('随申办市民云');
    const yueshengshi = dataset.entities.find((entity) => entity.id === 'CN-GD/yueshengshi')!;
    const users = yueshengshi.metrics.filter(({ measure }) => measure === 'users');
    expect(users.map(({ value }) => value)).toEqual([13e6, 1e8, 182e6, 184e6]);
  });
});

it('has every portal and platform on sites that are read, or that a set asks for', () => {
  const read = ['gov.cn', ...Object.values(SITE_SETS).flat()];
  const urls = dataset.entities.flatMap((entity) => {
    if (entity.kind === 'division') return entity.portal?.url ?? [];
    return entity.kind === 'platform' ? (entity.url ?? []) : [];
  });
  const hosts = urls.map((url) => new URL(url).host);
  expect(hosts.length).toBeGreaterThan(30);
  expect(
    hosts.filter((host) => !read.some((site) => host === site || host.endsWith(`.${site}`))),
  ).toEqual([]);
});
