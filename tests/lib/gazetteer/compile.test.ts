import { describe, expect, it } from 'vitest';
import { VOCABULARY_KINDS } from '@/lib/detect/judge/vocabulary';
import { VOCABULARY } from '@/lib/detect/judge/vocabulary-lists';
import { buildMatcher } from '@/lib/detect/matcher';
import { createScanner } from '@/lib/detect/scan';
import { SENSE, sensesOf } from '@/lib/detect/senses';
import { compileGazetteer } from '@/lib/gazetteer/compile';
import type { Division, Entity, Policy } from '@/lib/model/entity';
import { foldText } from '@/lib/text/fold';
import { conceptNamed, datasetWith, received } from '../detect/scan-fixture';

const section = { facts: [], entities: [] };

const zhejiang: Division = {
  ...conceptNamed('浙江省'),
  id: 'CN-ZJ',
  kind: 'division',
  type: 'province',
  code: '330000',
  shortNames: { zhHans: '浙江', zhHant: '浙江', pinyin: 'Zhèjiāng', en: 'Zhejiang' },
  abbreviations: ['浙'],
  capital: null,
  portal: null,
  hosts: ['zj.gov.cn'],
  roadmap: { platformBuilding: section, topLevelDesign: section, model: section },
};

const nation: Division = {
  ...zhejiang,
  id: 'CN',
  type: 'nation',
  names: conceptNamed('中华人民共和国').names,
};

function policy(title: string, rest: Partial<Policy> = {}): Policy {
  return {
    ...conceptNamed(title),
    id: 'CN-ZJ/policy',
    kind: 'policy',
    division: 'CN-ZJ',
    issuer: { zh: '浙江省人民政府办公厅', en: '' },
    docNumber: null,
    date: null,
    url: null,
    ...rest,
  };
}

/** Every form with the flags of its senses: `浙江 CN-ZJ:8`. */
function compiledForms(...entities: Entity[]): string[] {
  const gazetteer = compileGazetteer(datasetWith(entities));
  return gazetteer.forms
    .map((form, index) => {
      const senses = sensesOf(gazetteer, index).map(({ entity, flags }) => `${entity.id}:${flags}`);
      return `${form} ${senses.join(' ')}`;
    })
    .sort();
}

describe('compileGazetteer', () => {
  it('takes names, short names, aliases and former names, but no name of one character', () => {
    const division = { ...zhejiang, aliases: ['之江大地'], formerNames: [{ name: '浙江行省' }] };
    expect(compiledForms(division)).toEqual([
      '之江大地 CN-ZJ:0',
      `浙江 CN-ZJ:${SENSE.shortName}`,
      '浙江省 CN-ZJ:0',
      `浙江行省 CN-ZJ:${SENSE.former}`,
    ]);
  });

  it('does not look for the nation', () => {
    expect(compiledForms(nation)).toEqual([]);
  });

  it('makes one form of a name that several entities have, with all of them as senses', () => {
    const a = { ...conceptNamed('一网通办'), id: 'CN/yiwang' };
    const b = { ...conceptNamed('一網通辦'), id: 'CN-SH/yiwang' };
    expect(compiledForms(a, b)).toEqual(['一网通办 CN/yiwang:0 CN-SH/yiwang:0']);
  });

  it('makes one form of a name with and without its quotation marks and spaces', () => {
    const concept = {
      ...conceptNamed('数字 福建'),
      aliases: ['“数字福建”', '“数字”福建', '数字\u200b福建'],
    };
    expect(compiledForms(concept)).toEqual(['数字福建 CN/c0:0']);
  });

  it('asks for all that the rules of its writings ask for, where one form has two', () => {
    const written = { ...conceptNamed('爱山东'), aliases: ['“爱山东”'] };
    const rule = { form: '“爱山东”', needs: 'quotes', reason: 'a sentence too' } as const;
    expect(compiledForms({ ...written, surfaceRules: [rule] })).toEqual([
      `爱山东 CN/c0:${SENSE.needsQuotes}`,
    ]);
  });

  it('keeps the quotation marks of a name that has two pairs', () => {
    expect(compiledForms(conceptNamed('“一网”和“一端”'))).toEqual(['“一网”和“一端” CN/c0:0']);
  });

  it.each([
    ['never', []],
    ['context', [`爱山东 CN/c0:${SENSE.needsContext}`]],
    ['quotes', [`爱山东 CN/c0:${SENSE.needsQuotes}`]],
  ] as const)('honours a rule that a form needs %s', (needs, forms) => {
    const rule = { form: '爱山东', needs, reason: 'a sentence too' };
    expect(compiledForms({ ...conceptNamed('爱山东'), surfaceRules: [rule] })).toEqual(forms);
  });

  it.each([
    [
      'its number',
      '浙江省数字化改革总体方案',
      { docNumber: '浙政发〔2022〕20号' },
      '浙政发〔2022〕20号',
      SENSE.docNumber,
    ],
    [
      'its number in quotation marks, where others have brackets',
      '浙江省数字化改革总体方案',
      { docNumber: '浙政发〔2022〕20号' },
      '浙政发「2022」20号',
      SENSE.docNumber,
    ],
    [
      'its number with 第',
      '浙江省数字化改革总体方案',
      { docNumber: '浙政发〔2022〕20号' },
      '浙政发〔2022〕第20号',
      SENSE.docNumber,
    ],
    [
      'its title without years',
      '浙江省数字化转型标准化建设方案（2018—2020年）',
      {},
      '浙江省数字化转型标准化建设方案',
      0,
    ],
    [
      'its title without the issuer',
      '浙江省人民政府关于深化数字政府建设的实施意见',
      {},
      '关于深化数字政府建设的实施意见',
      SENSE.needsTitleMarks,
    ],
    [
      'what it promulgates',
      '国务院办公厅关于印发《全国一体化政务大数据体系建设指南》的通知',
      {},
      '全国一体化政务大数据体系建设指南',
      0,
    ],
    [
      'its short name, between title marks only',
      '网络安全法（2016年）',
      {},
      '网络安全法',
      SENSE.needsTitleMarks,
    ],
  ])('finds a policy by %s', (_, title, rest, form, flags) => {
    expect(compiledForms(policy(title, rest))).toContain(`${form} CN-ZJ/policy:${flags}`);
  });

  it('keeps an issuer that is part of the title', () => {
    const title = '浙江省“数字政府”建设工作方案';
    const named = policy(title, { issuer: { zh: '浙江省', en: '' } });
    expect(compiledForms(named)).toEqual([`${title} CN-ZJ/policy:0`]);
  });

  it('finds a policy by a title in title marks, without them', () => {
    const gazetteer = received(datasetWith([policy('浙江省数字化改革总体方案')]));
    const text = '印发《浙江省數字化改革總體方案》的';
    expect(createScanner(gazetteer)(text)).toEqual([{ start: 3, end: 15, form: 0 }]);
  });

  it('keeps what judge and link need: kinds, divisions, hosts', () => {
    const compiled = compileGazetteer(datasetWith([zhejiang, conceptNamed('最多跑一次')]));
    expect(compiled.entities).toEqual([
      { id: 'CN-ZJ', kind: 'division', divisions: ['CN-ZJ'] },
      { id: 'CN/c0', kind: 'concept', divisions: ['CN'] },
    ]);
    expect(compiled.hosts).toEqual(new Map([['zj.gov.cn', 'CN-ZJ']]));
  });
});

describe('compileForPages', () => {
  it('writes what readGazetteer gives back', () => {
    const dataset = datasetWith([
      zhejiang,
      policy('浙江省“数字政府”方案（2018年）'),
      { ...conceptNamed('西安𠮷市'), divisions: ['CN-SN', 'CN-GS'] },
    ]);
    const { source, ...compiled } = compileGazetteer(dataset);
    const read = received(dataset);
    expect(read).toMatchObject(compiled);
    expect(read.matcher).toEqual(buildMatcher(source));
    const folded = (words: readonly string[]) => words.map(foldText);
    for (const kind of VOCABULARY_KINDS)
      expect(read.vocabulary[kind]).toEqual(folded(VOCABULARY[kind]));
  });

  it('writes an empty dataset', () => {
    expect(createScanner(received(datasetWith([])))('浙江')).toEqual([]);
  });
});
