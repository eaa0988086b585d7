import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { itemOfHighlight, itemOfPolicy, itemOfSource } from '@/lib/cite/cited';
import type { CslItem } from '@/lib/cite/csl-item';
import { writeBibtex } from '@/lib/cite/write-bibtex';
import { writeCslJson } from '@/lib/cite/write-csl-json';
import { writeRis } from '@/lib/cite/write-ris';
import type { Policy, Source } from '@/lib/model/entity';
import { highlight } from '../interchange/highlights';

const SEEN = '2026-11-28';
const policy: Policy = {
  ...{ id: 'CN/policy-guofa-2022-14', kind: 'policy', division: 'CN' },
  names: {
    zhHans: '国务院关于加强数字政府建设的指导意见',
    zhHant: '國務院關於加強數字政府建設的指導意見',
    pinyin: '',
    en: 'Guiding Opinions on Strengthening Digital Government',
  },
  ...{
    aliases: [],
    formerNames: [],
    summary: { zh: '', en: '' },
    facts: [],
    metrics: [],
    relations: [],
  },
  issuer: { zh: '国务院', en: 'State Council' },
  docNumber: '国发〔2022〕14号',
  date: '2022-06-06',
  url: 'https://www.gov.cn/zhengce/content/2022-06/23/content_5697299.htm',
};
const source: Source = {
  ...{
    id: 's1',
    title: '“浙里办”上线 & 100% {好}_用',
    publisher: '浙江日报',
    publisherEn: 'Zhejiang Daily',
  },
  ...{ date: '2019-03', url: 'https://www.zj.gov.cn/a_b.html', grade: 'press', seen: '2026-01-02' },
};
const items: CslItem[] = [
  itemOfPolicy(policy, 'zh-Hans', SEEN),
  itemOfSource(source, 'zh-Hans', SEEN),
  itemOfHighlight(highlight()),
];

/** What another library finds in a file. */
function readBack(file: string) {
  return new Cite(file).data;
}

/** What must not be lost. */
const lost = (item: Pick<CslItem, 'title' | 'URL'> & { author?: object; issued?: object }) => ({
  title: item.title,
  author: item.author,
  issued: item.issued,
  URL: item.URL,
});

describe('what is cited', () => {
  test('a document: who issued it, its number, its day, its address', () => {
    expect(items[0]).toMatchObject({
      type: 'report',
      author: [{ literal: '国务院' }],
      number: '国发〔2022〕14号',
      issued: { 'date-parts': [[2022, 6, 6]] },
      accessed: { 'date-parts': [[2026, 11, 28]] },
    });
    expect(itemOfPolicy(policy, 'en', SEEN)).toMatchObject({
      title: 'Guiding Opinions on Strengthening Digital Government',
      author: [{ literal: 'State Council' }],
    });
  });

  test('a passage: its page’s publisher and day, the words, a link to them, the day it was kept', () => {
    expect(items[2]).toMatchObject({
      type: 'webpage',
      author: [{ literal: '浙江省人民政府' }],
      issued: { 'date-parts': [[2026, 2, 28]] },
      accessed: { 'date-parts': [[2026, 3, 1]] },
      note: '“浙里办”实名注册用户突破1亿',
      URL: expect.stringContaining('#:~:text='),
    });
  });

  test('what nobody said is not there', () => {
    const { publisher: _, published: __, ...nameless } = highlight({ title: '' });
    const item = itemOfHighlight(nameless);
    expect(item).not.toHaveProperty('author');
    expect(item).not.toHaveProperty('issued');
    expect(item.title).toBe(nameless.url);
  });
});

describe('another library reads', () => {
  test('CSL-JSON as it was', () => {
    expect(readBack(writeCslJson(items)).map(lost)).toEqual(items.map((item) => lost({ ...item })));
  });

  test('RIS without losing title, body, date, number and address', () => {
    const [document, article, passage] = readBack(writeRis(items));
    expect(document).toMatchObject({ type: 'report', title: policy.names.zhHans, URL: policy.url });
    expect(JSON.stringify(document?.author)).toContain('国务院');
    expect(document?.issued['date-parts'][0]?.map(Number)).toEqual([2022, 6, 6]);
    expect(JSON.stringify(document)).toContain('国发〔2022〕14号');
    expect(article).toMatchObject({ title: source.title, 'container-title': '浙江日报' });
    expect(passage?.URL).toBe(items[2]?.URL);
  });

  test('BibTeX without losing title, body, date, number and address', () => {
    const [document, article, passage] = readBack(writeBibtex(items));
    expect(document).toMatchObject({ type: 'report', title: policy.names.zhHans, URL: policy.url });
    expect(JSON.stringify(document?.author)).toContain('国务院');
    expect(document?.issued['date-parts'][0]?.slice(0, 2).map(Number)).toEqual([2022, 6]);
    expect(JSON.stringify(document)).toContain('国发〔2022〕14号');
    expect(article?.title).toBe(source.title);
    expect(passage?.URL).toBe(items[2]?.URL);
  });
});

test('a text with line ends, commas or braces breaks no file', () => {
  const nasty = itemOfHighlight(
    highlight({ title: 'a\nER  - \n}\\{', publisher: 'A, B and C', published: '2026' }),
  );
  expect(readBack(writeRis([nasty, nasty]))).toHaveLength(2);
  expect(readBack(writeBibtex([nasty, nasty]))).toHaveLength(2);
});
