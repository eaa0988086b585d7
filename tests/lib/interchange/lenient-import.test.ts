import { describe, expect, test } from 'vitest';
import type { Incoming } from '@/lib/interchange/incoming';
import { readImport } from '@/lib/interchange/read-import';
import { writeWebAnnotations } from '@/lib/interchange/write-web-annotations';
import { highlight } from './highlights';

const NOW = new Date('2026-11-23T12:00:00.000Z');

function imported(text: string): Incoming {
  const read = readImport(text, NOW);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const json = (file: unknown) => imported(JSON.stringify(file));
const left = ({ leftOut }: Incoming) => leftOut.map(({ what }) => what).sort();
const quote = { type: 'TextQuoteSelector', exact: '数字政府', prefix: '加强', suffix: '建设' };

const annotation = {
  ...{ id: 'A1', uri: 'https://www.gov.cn/a', text: '笔记', tags: ['标签'] },
  ...{ created: '2026-02-16T11:23:56.096Z', updated: '2026-02-17T11:23:56.096Z' },
  document: { title: ['标题'] },
  target: [{ source: 'https://www.gov.cn/a', selector: [quote] }],
};
const hypothesis = (change: object) =>
  json({ export_date: '2026-11-01', annotations: [{ ...annotation, ...change }] });

const webAnnotation = {
  ...{ id: 'http://example.org/1', type: 'Annotation' },
  target: { source: 'https://www.gov.cn/a', selector: quote },
};
const web = (change: object) => json({ ...webAnnotation, ...change });

describe('only a text and an address may refuse; what else does not fit is left out and counted', () => {
  test.each<[string, object, object, string[]]>([
    ['a title that is a text', { document: { title: '标题' } }, { title: '标题' }, []],
    ['a title that is none', { document: { title: [7] } }, { title: '' }, ['title']],
    ['no document', { document: null }, { title: '' }, []],
    ['nulls everywhere', { text: null, tags: null, created: null }, { note: '', tags: [] }, []],
    ['a note that is a number', { text: 7 }, { note: '' }, ['note']],
    ['a note too long', { text: '字'.repeat(100_001) }, { note: '字'.repeat(100_000) }, ['note']],
    ['a tag too long', { tags: ['x'.repeat(101), '短'] }, { tags: ['短'] }, ['tags']],
    ['a tag that is none', { tags: [null, 7, '短'] }, { tags: ['短'] }, ['tags']],
    ['a single tag', { tags: '短' }, { tags: ['短'] }, []],
    ['a hundred tags and one', { tags: [...Array(101).keys()].map(String) }, {}, ['tags']],
    ['a time that is none', { created: 'soon' }, { createdAt: NOW.toISOString() }, ['date']],
    ['no id', { id: undefined }, { note: '笔记' }, []],
  ])('%s', (_, change, kept, what) => {
    const incoming = hypothesis(change);
    expect(incoming.malformed).toEqual([]);
    expect(incoming.highlights).toMatchObject([kept]);
    expect(left(incoming)).toEqual(what);
  });

  test('contexts longer than the library takes are cut where they are farthest', () => {
    const long = { ...quote, prefix: `${'甲'.repeat(5000)}乙`, suffix: `丙${'丁'.repeat(5000)}` };
    const incoming = hypothesis({ target: [{ selector: [long] }] });
    const kept = incoming.highlights[0]?.selectors.quote;
    expect(kept?.prefix).toMatch(/甲乙$/);
    expect(kept?.suffix).toMatch(/^丙丁/);
    expect(left(incoming)).toEqual(['context']);
  });

  test('second targets, and bodies that are no text', () => {
    const other = { ...webAnnotation.target, selector: { ...quote, exact: '别处' } };
    const incoming = web({
      target: [webAnnotation.target, other],
      body: [{ type: 'Image', id: 'http://example.org/a.png' }],
    });
    expect(incoming.highlights).toHaveLength(1);
    expect(left(incoming)).toEqual(['bodies', 'targets']);
  });

  test.each<[string, object, string]>([
    ['no text', { target: [{ selector: [{ ...quote, exact: ' ' }] }] }, 'no-text'],
    [
      'an endless text',
      { target: [{ selector: [{ ...quote, exact: 'x'.repeat(200_001) }] }] },
      'too-long',
    ],
    ['no address', { uri: 'nowhere', target: [{ selector: [quote] }] }, 'no-address'],
  ])('%s refuses, for a reason of ours', (_, change, why) => {
    expect(hypothesis(change)).toMatchObject({ highlights: [], malformed: [{ where: '1', why }] });
  });

  test('a broken record of our own file is taken without what is broken', () => {
    const page = JSON.parse(writeWebAnnotations([highlight()]));
    page.items[0].body.push({ type: 'TextualBody', purpose: 'tagging', value: 'x'.repeat(200) });
    const incoming = json(page);
    expect(incoming.highlights).toEqual([highlight()]);
    expect(left(incoming)).toEqual(['tags']);
  });
});

describe('quotes are found where other tools put them', () => {
  test.each<[string, unknown]>([
    ['under what refines a path', { type: 'XPathSelector', value: '/p', refinedBy: quote }],
    [
      'two layers deep',
      { type: 'FragmentSelector', refinedBy: [{ type: 'CssSelector', refinedBy: quote }] },
    ],
    ['in a list of types', [{ ...quote, type: ['oa:TextQuoteSelector'] }]],
  ])('%s', (_, selector) => {
    const incoming = web({ target: { ...webAnnotation.target, selector } });
    expect(incoming.highlights[0]?.selectors.quote).toMatchObject({ exact: '数字政府' });
  });

  test('but not in selectors that refine each other without end', () => {
    let selector: object = quote;
    for (let depth = 0; depth < 50; depth++)
      selector = { type: 'XPathSelector', refinedBy: selector };
    expect(web({ target: { source: 'https://a.cn/', selector } }).malformed).toHaveLength(1);
  });
});

describe('files that hold the same in another dress', () => {
  const other = { ...annotation, id: 'A2' };
  test.each<[string, string]>([
    ['a bare list of Hypothesis’s annotations', JSON.stringify([annotation, other])],
    ['the same, a line each', `${JSON.stringify(annotation)}\n${JSON.stringify(other)}\n`],
    ['a list whose first entry is broken', JSON.stringify([null, annotation, other])],
    [
      'Web Annotations, a line each',
      [webAnnotation, { ...webAnnotation, id: 'http://example.org/2' }]
        .map((each) => JSON.stringify(each))
        .join('\r\n'),
    ],
  ])('%s', (_, text) => expect(imported(text).highlights).toHaveLength(2));

  test('lines of which one is torn are refused as a whole', () => {
    expect(readImport(`${JSON.stringify(annotation)}\n{"id":`, NOW)).toMatchObject({
      error: 'unreadable',
    });
  });
});

test.each([
  ['https://via.hypothes.is/https://www.gov.cn/a?b=1', 'https://www.gov.cn/a?b=1'],
  ['https://via.hypothes.is/http:/www.gov.cn/a', 'http://www.gov.cn/a'],
  ['https://via.hypothes.is/www.gov.cn/a', 'https://www.gov.cn/a'],
  [
    'https://via3.hypothes.is/proxy?url=https%3A%2F%2Fwww.gov.cn%2Fa.pdf',
    'https://www.gov.cn/a.pdf',
  ],
  ['https://via.hypothes.is/https://www.gov.cn/a?via.sec=1#annotations:X', 'https://www.gov.cn/a'],
  ['https://hypothes.is/a/1', 'https://hypothes.is/a/1'],
])('an address at Hypothesis’s proxy is the page’s own: %s', (uri, url) => {
  expect(hypothesis({ uri }).highlights).toMatchObject([{ url }]);
});

describe('Obsidian Web Clipper, as its later versions export', () => {
  const record = (content: string, prefix: string, suffix: string) => ({
    ...{ id: '1', type: 'text', xpath: '/p', startOffset: 0, endOffset: 2, content },
    textQuote: { prefix, suffix },
  });
  const page = {
    ...{ url: 'https://www.gov.cn/a', title: '标题' },
    highlights: [
      { text: '<b>一句</b>', timestamp: '2026-01-01T00:00:00.000Z', notes: ['想法'] },
      { text: '第一段\n\n第二段', timestamp: '2026-01-02T00:00:00.000Z' },
    ],
    data: [
      record('<b>一句</b>', '之前', '之后'),
      record('第一段', '前', '中'),
      record('第二段', '中', '后'),
    ],
  };

  test('titles and contexts come along, of a passage over two blocks those at its ends', () => {
    const { highlights } = json([page]);
    expect(highlights.map(({ title, note }) => [title, note])).toEqual([
      ['标题', '想法'],
      ['标题', ''],
    ]);
    expect(highlights.map(({ selectors }) => selectors.quote)).toMatchObject([
      { exact: '一句', prefix: '之前', suffix: '之后' },
      { prefix: '前', suffix: '后' },
    ]);
  });
});
