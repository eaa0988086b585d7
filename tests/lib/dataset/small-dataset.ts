import type { Dataset } from '@/lib/model/dataset';
import type { Concept, Division, Platform, Policy } from '@/lib/model/entity';

/** A dataset of one entity of each kind that passes every check; tests break one thing at a time. */
export function smallDataset(): Dataset {
  const shared = () => ({ aliases: [], formerNames: [], metrics: [], relations: [] });
  const section = () => ({ facts: [], entities: [] });
  const division: Division = {
    id: 'CN-ZJ',
    kind: 'division',
    type: 'province',
    code: '330000',
    names: names('浙江省', '浙江省', 'Zhèjiāng Shěng', 'Zhejiang Province'),
    ...shared(),
    summary: { zh: '浙江是中国东部的一个省。', en: 'Zhejiang is a province in eastern China.' },
    description: {
      zh: '浙江省的省会是杭州市，网上政务服务起步较早。',
      en: 'Its capital is Hangzhou, and it went online early.',
    },
    facts: [],
    shortNames: names('浙江', '浙江', 'Zhèjiāng', 'Zhejiang'),
    abbreviations: ['浙'],
    capital: null,
    portal: { name: '浙江省人民政府门户网站', url: 'https://www.zj.gov.cn/' },
    hosts: ['zj.gov.cn'],
    roadmap: { platformBuilding: section(), topLevelDesign: section(), model: section() },
  };
  const platform: Platform = {
    id: 'CN-ZJ/zheliban',
    kind: 'platform',
    division: 'CN-ZJ',
    types: ['app'],
    names: names('浙里办', '浙里辦', 'Zhèlǐbàn', 'Zheliban'),
    ...shared(),
    summary: { zh: '浙里办是浙江的政务服务应用。', en: 'Zheliban is the service app of Zhejiang.' },
    description: {
      zh: '它由浙江政务服务网的手机应用更名而来。',
      en: 'It was renamed from the app of the service network.',
    },
    facts: [
      {
        zh: '2019年11月注册用户超过2800万。',
        en: 'In November 2019 it had over 28 million users.',
        asOf: '2019-11-12',
        sources: ['paper-2019'],
      },
    ],
    operator: null,
    launched: '2014',
    url: null,
    status: 'current',
    confidence: 'sourced',
  };
  const policy: Policy = {
    id: 'CN-ZJ/policy-2018',
    kind: 'policy',
    division: 'CN-ZJ',
    names: names(
      '浙江省标准化建设方案',
      '浙江省標準化建設方案',
      'Zhèjiāng Shěng biāozhǔnhuà jiànshè fāng’àn',
      'Standardisation plan',
    ),
    ...shared(),
    summary: {
      zh: '浙江2018年的标准化方案。',
      en: 'The standardisation plan of Zhejiang of 2018.',
    },
    description: {
      zh: '方案以改革的标准化为突破口。',
      en: 'It starts from standards for the reform.',
    },
    facts: [],
    issuer: null,
    docNumber: null,
    date: '2018-07',
    url: null,
  };
  const concept: Concept = {
    id: 'CN-ZJ/zuiduo-pao-yici',
    kind: 'concept',
    divisions: ['CN-ZJ'],
    names: names('最多跑一次', '最多跑一次', 'zuì duō pǎo yí cì', 'At most one visit'),
    ...shared(),
    summary: { zh: '办一件事最多到现场一次。', en: 'One matter takes at most one visit.' },
    description: {
      zh: '浙江在2016年底提出这项改革目标。',
      en: 'Zhejiang set this goal at the end of 2016.',
    },
    facts: [],
  };
  return {
    version: '2026.01.01',
    entities: [division, platform, policy, concept],
    rankings: [],
    sources: [
      {
        id: 'paper-2019',
        title: '数字化转型报道',
        publisher: '绍兴市人民政府',
        publisherEn: 'Shaoxing Municipal People’s Government',
        date: '2019-11-12',
        url: 'https://example.gov.cn/a.html',
        grade: 'official',
      },
    ],
  };
}

function names(zhHans: string, zhHant: string, pinyin: string, en: string) {
  return { zhHans, zhHant, pinyin, en };
}

/** The first platform, to be changed in place. */
export function platformOf(dataset: Dataset): Platform {
  return dataset.entities.find((entity) => entity.kind === 'platform')!;
}
