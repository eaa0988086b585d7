import { describe, expect, it } from 'vitest';
import { chooseFacts } from '@/components/card/choose-facts';
import type { Fact } from '@/lib/model/entity';
import {
  AT_MOST_ONE_TRIP,
  MASTER_PLAN,
  ZHEJIANG,
  ZHELIBAN,
} from '@/tests/components/fixtures/entities';

const fact = (zh: string, asOf: string, claim?: true): Fact => ({
  zh,
  en: zh,
  asOf,
  sources: ['s'],
  ...(claim ? { claim } : {}),
});

const texts = (facts: Fact[]) => facts.map(({ zh }) => zh);

describe('chooseFacts', () => {
  it('shows the newest figures of a platform before its newest other facts', () => {
    const facts = [
      fact('2014年上线。', '2014'),
      fact('注册用户2000万。', '2018'),
      fact('注册用户5600万。', '2021'),
      fact('接入小程序。', '2022'),
      fact('用户超过1.2亿。', '2024'),
    ];
    expect(texts(chooseFacts({ ...ZHELIBAN, facts }))).toEqual([
      '用户超过1.2亿。',
      '注册用户5600万。',
      '接入小程序。',
    ]);
  });

  it('takes a year for a date, not for a figure', () => {
    const facts = [
      fact('用户500万。', '2019'),
      fact('2024年改版。', '2024'),
      fact('2023年改名。', '2023'),
      fact('2022年扩展。', '2022'),
    ];
    expect(texts(chooseFacts({ ...ZHELIBAN, facts }))).toContain('用户500万。');
  });

  it('leaves claims out when plain facts suffice, and shows them when there is little else', () => {
    expect(chooseFacts(ZHELIBAN).some(({ claim }) => claim)).toBe(false);
    const facts = [fact('全国首个。', '2019', true), fact('用户500万。', '2019')];
    expect(chooseFacts({ ...ZHELIBAN, facts })).toHaveLength(2);
  });

  it('keeps the editors’ order for a policy', () => {
    const facts = [
      fact('目标一', '2018'),
      fact('目标二', '2020'),
      fact('三', '2019'),
      fact('四', '2021'),
    ];
    expect(texts(chooseFacts({ ...MASTER_PLAN, facts }))).toEqual(['目标一', '目标二', '三']);
  });

  it('tells of a concept its newest figure, or how it stands, and where it comes from', () => {
    const facts = [fact('写入方案', '2018'), fact('提出', '2016'), fact('推广', '2021')];
    expect(texts(chooseFacts({ ...AT_MOST_ONE_TRIP, facts }))).toEqual(['推广', '提出']);
    const counted = [...facts, fact('已有55项。', '2020')];
    expect(texts(chooseFacts({ ...AT_MOST_ONE_TRIP, facts: counted }))).toEqual([
      '已有55项。',
      '推广',
    ]);
  });

  it('shows of a division what its three sections tell as well', () => {
    const section = { facts: [fact('用户900万。', '2025')], entities: [] };
    const roadmap = { ...ZHEJIANG.roadmap, platformBuilding: section };
    expect(texts(chooseFacts({ ...ZHEJIANG, roadmap, facts: [] }))).toContain('用户900万。');
  });

  it('shows nothing twice, and nothing where there is nothing', () => {
    expect(texts(chooseFacts({ ...AT_MOST_ONE_TRIP, facts: [fact('提出', '2016')] }))).toEqual([
      '提出',
    ]);
    expect(chooseFacts({ ...ZHELIBAN, facts: [] })).toEqual([]);
  });
});
