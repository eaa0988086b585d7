import { describe, expect, it } from 'vitest';
import { checkDataset, countDataset } from '@/lib/dataset/check';
import { isCalendarDate } from '@/lib/dataset/check-dates';
import { numbersInChinese, numbersInEnglish, unmatchedNumbers } from '@/lib/dataset/check-numbers';
import type { Dataset } from '@/lib/model/dataset';
import type { Metric } from '@/lib/model/entity';
import { conversionLibraries } from '@/scripts/check-data';
import { platformOf, smallDataset } from './small-dataset';

const libraries = conversionLibraries();

const USERS: Metric = {
  measure: 'users',
  value: 28000000,
  unit: 'people',
  label: { zh: '注册用户', en: 'registered users' },
  asOf: '2019-11',
  sources: ['paper-2019'],
};

function messages(change: (dataset: Dataset) => void): string[] {
  const dataset = smallDataset();
  change(dataset);
  return checkDataset(dataset, '2026-11-23', libraries).map(
    ({ file, entity, path, message }) => `${file} ${entity} ${path}: ${message}`,
  );
}

describe('checkDataset', () => {
  it('finds nothing in a sound dataset', () => {
    expect(messages(() => {})).toEqual([]);
  });

  it.each<[string, (dataset: Dataset) => void, RegExp]>([
    [
      'a source that is not in sources.json',
      (d) => platformOf(d).facts[0]!.sources.push('nowhere'),
      /CN-ZJ\.json CN-ZJ\/zheliban facts\.0\.sources: .*nowhere/,
    ],
    [
      'a source nobody names',
      (d) => d.sources.push({ ...d.sources[0]!, id: 'unused' }),
      /sources\.json unused .*use it or take it out/,
    ],
    [
      'a relation to nothing',
      (d) => platformOf(d).relations.push({ type: 'part-of', target: 'CN-ZJ/nothing' }),
      /no entity CN-ZJ\/nothing/,
    ],
    [
      'a successor that does not know its predecessor',
      (d) => {
        d.entities.push({ ...platformOf(d), id: 'CN-ZJ/next', names: d.entities[2]!.names });
        platformOf(d).relations.push({ type: 'successor', target: 'CN-ZJ/next' });
      },
      /CN-ZJ\/next has no predecessor CN-ZJ\/zheliban/,
    ],
    [
      'a renamed platform without successor',
      (d) => {
        platformOf(d).status = 'renamed';
      },
      /needs a successor/,
    ],
    [
      'a day that is not in the calendar',
      (d) => {
        platformOf(d).facts[0]!.asOf = '2019-02-30';
      },
      /2019-02-30 is not in the calendar/,
    ],
    [
      'a date in the future',
      (d) => {
        platformOf(d).launched = '2026-12';
      },
      /launched: 2026-12 lies in the future/,
    ],
    [
      'an http address that is not marked',
      (d) => {
        d.sources[0]!.url = 'http://example.gov.cn/a.html';
      },
      /sources\.json paper-2019 url: the address is http/,
    ],
    [
      'an https address that is marked as http',
      (d) => {
        d.sources[0]!.insecure = true;
      },
      /sources\.json paper-2019 url: the address is not http/,
    ],
    [
      'a name two entities share without a rule',
      (d) => platformOf(d).aliases.push('最多跑一次'),
      /“最多跑一次” also means CN-ZJ\/zuiduo-pao-yici/,
    ],
    [
      'a rule for a name the entity does not have',
      (d) => {
        platformOf(d).surfaceRules = [{ form: '浙办', needs: 'context', reason: 'short' }];
      },
      /“浙办” is no name of this entity/,
    ],
    [
      'a traditional form the library does not know',
      (d) => {
        platformOf(d).names = { ...platformOf(d).names, zhHant: '浙裏办' };
      },
      /names\.zhHant/,
    ],
    [
      'pinyin without the sandhi of 一',
      (d) => {
        d.entities[3]!.names = { ...d.entities[3]!.names, pinyin: 'zuì duō pǎo yī cì' };
      },
      /names\.pinyin/,
    ],
    [
      'a figure in one language only',
      (d) => {
        platformOf(d).facts[0]!.en = 'In November 2019 it had over 27 million users.';
      },
      /only one of the two languages has 28000000, 27000000/,
    ],
    [
      'a share of more than all',
      (d) => platformOf(d).metrics.push({ ...USERS, unit: 'percent', value: 940 }),
      /metrics\.0: 940 percent is more than all/,
    ],
    [
      'one series with two figures of a day',
      (d) => platformOf(d).metrics.push(USERS, { ...USERS, value: 27000000 }),
      /metrics\.1: “注册用户” has two figures of 2019-11/,
    ],
    [
      'half a person',
      (d) => platformOf(d).metrics.push({ ...USERS, value: 1.2 }),
      /1\.2 people: write the full number/,
    ],
    [
      'a boast that is not shown as a claim',
      (d) => {
        platformOf(d).facts[0]!.zh = '2019年11月，这个全国首个应用有2800万用户。';
      },
      /“全国首” is a boast; set "claim": true/,
    ],
    [
      'a half sentence',
      (d) => {
        platformOf(d).summary = { zh: '浙里办是浙江的', en: 'Zheliban is the app of Zhejiang.' };
      },
      /summary: the Chinese does not end like a sentence/,
    ],
    [
      'a summary of two sentences',
      (d) => {
        platformOf(d).summary = { zh: '它是应用。它很常用。', en: 'It is an app in daily use.' };
      },
      /more than one sentence/,
    ],
  ])('reports %s', (_name, change, expected) => {
    expect(messages(change)).toContainEqual(expect.stringMatching(expected));
  });
});

describe('shared names', () => {
  it('pass when every entity that bears them has a rule', () => {
    const found = messages((d) => {
      platformOf(d).aliases.push('最多跑一次');
      platformOf(d).surfaceRules = [{ form: '最多跑一次', needs: 'context', reason: 'the reform' }];
      d.entities[3]!.surfaceRules = [{ form: '最多跑一次', needs: 'link', reason: 'an app too' }];
    });
    expect(found).toEqual([]);
  });
});

describe('isCalendarDate', () => {
  it.each([
    ['2024', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-00', false],
    ['2019-11-31', false],
  ])('%s is %s', (date, expected) => {
    expect(isCalendarDate(date)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each<[string, number[]]>([
    ['注册用户约1.45亿，占66%', [145000000, 66]],
    ['190多亿条、8000多万份', [19000000000, 80000000]],
    ['累计5000余万件', [50000000]],
    ['约8成简单问题', [80]],
    ['为153个单位的540多个项目', [153, 540]],
    ['4142710件，14,500家', [4142710, 14500]],
  ])('reads %s', (text, figures) => {
    expect(numbersInChinese(text).figures).toEqual(figures);
  });

  it.each<[string, number[]]>([
    ['about 145 million users, 66%', [145000000, 66]],
    ['over 19 billion records', [19000000000]],
    ['14,500 sites and 1.73 trillion yuan', [14500, 1730000000000]],
  ])('reads %s', (text, figures) => {
    expect(numbersInEnglish(text).figures).toEqual(figures);
  });

  it.each<[string, string]>([
    ['2019年10月28日上线，分七大板块。', 'It opened on 28 October 2019 in seven sections.'],
    ['“十四五”规划提出第八次督查。', 'The 14th five-year plan names the eighth inspection.'],
    ['三年间用户达1.2亿。', 'In three years it reached 120 million users.'],
    ['由2份减为1份。', 'Two became one.'],
  ])('agree in %s', (zh, en) => {
    expect(unmatchedNumbers({ zh, en })).toEqual([]);
  });
});

describe('countDataset', () => {
  it('counts facts of the roadmap with those of the entities', () => {
    const dataset = smallDataset();
    const division = dataset.entities[0]!;
    if (division.kind === 'division')
      division.roadmap.model.facts.push({ ...platformOf(dataset).facts[0]!, claim: true });
    expect(countDataset(dataset)).toMatchObject({ facts: 2, claims: 1, kinds: { platform: 1 } });
  });
});

describe('facts that say something, once', () => {
  const fact = (zh: string, en: string, asOf = '2024-03') => ({
    zh,
    en,
    asOf,
    sources: ['paper-2019'],
  });

  it.each<[string, (dataset: Dataset) => void, RegExp]>([
    [
      'the figures of one fact in another',
      (d) =>
        platformOf(d).facts.push(
          fact('服务项目430项，用户200万。', 'It has 430 services and 2 million users.'),
          fact(
            '用户200万，服务430项，网点12个。',
            'It has 2 million users, 430 services, 12 desks.',
          ),
        ),
      /facts\.1: every figure of it stands in facts\.2/,
    ],
    [
      'a fact that says only that it is mentioned',
      (d) => platformOf(d).facts.push(fact('报告的摘要提到它。', 'The report mentions it.')),
      /facts\.1: this says only that it is mentioned/,
    ],
    [
      'a State Council document without its number',
      (d) => {
        const policy = d.entities[2]!;
        if (policy.kind === 'policy')
          policy.issuer = { zh: '国务院办公厅', en: 'General Office of the State Council' };
      },
      /docNumber: the State Council numbers/,
    ],
    [
      'a ranking that is neither whole nor an extract',
      (d) =>
        d.rankings.push({
          id: 'r',
          title: { zh: '排名', en: 'Ranking' },
          publisher: { zh: '甲', en: 'A' },
          published: '2024',
          dataYear: 2024,
          method: { zh: '评估。', en: 'An evaluation.' },
          results: [{ division: 'CN-ZJ', rank: 1 }],
          sources: ['paper-2019'],
          confidence: 'sourced',
        }),
      /extract: it has 1 of 31 rows/,
    ],
    [
      'a source without an English name',
      (d) => delete d.sources[0]!.publisherEn,
      /paper-2019 publisherEn/,
    ],
  ])('finds %s', (_name, change, expected) => {
    expect(messages(change)).toContainEqual(expect.stringMatching(expected));
  });

  it('takes the same figures of two years for two facts', () => {
    const found = messages((d) =>
      platformOf(d).facts.push(
        fact('服务项目430项，用户200万。', 'It has 430 services and 2 million users.', '2023'),
        fact('服务项目430项，用户200万。', 'It has 430 services and 2 million users.', '2024'),
      ),
    );
    expect(found).toEqual([]);
  });
});
