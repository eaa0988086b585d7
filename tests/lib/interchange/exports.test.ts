import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImport } from '@/lib/interchange/read-import';
import { writeCsv } from '@/lib/interchange/write-csv';
import { writeMarkdown } from '@/lib/interchange/write-markdown';
import { writeWebAnnotations } from '@/lib/interchange/write-web-annotations';
import { anyLibrary, highlight } from './highlights';

const uri = { type: 'string', format: 'uri' };
const once = { type: 'string', format: 'date-time' };
const context = {
  anyOf: [
    { const: 'http://www.w3.org/ns/anno.jsonld' },
    { type: 'array', contains: { const: 'http://www.w3.org/ns/anno.jsonld' } },
  ],
};
const offset = { type: 'integer', minimum: 0 };

/** The MUSTs of the Web Annotation Data Model for what we write (sections 3.1 to 3.3, 4, 4.2, 5.2). */
const annotationMusts = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  not: { required: ['body', 'bodyValue'] },
  properties: {
    '@context': context,
    id: uri,
    type: { const: 'Annotation' },
    motivation: { enum: ['highlighting', 'commenting'] },
    created: once,
    modified: once,
    body: {
      type: 'array',
      items: {
        oneOf: [
          {
            required: ['type', 'value'],
            properties: {
              type: { const: 'TextualBody' },
              value: { type: 'string' },
              purpose: { enum: ['commenting', 'tagging'] },
            },
          },
          {
            required: ['type', 'source', 'purpose'],
            properties: {
              type: { const: 'SpecificResource' },
              source: uri,
              purpose: { const: 'identifying' },
            },
          },
        ],
      },
    },
    target: {
      type: 'object',
      required: ['source', 'selector'],
      properties: {
        source: uri,
        selector: { type: 'array', minItems: 1, items: { $ref: '#/definitions/selector' } },
      },
    },
  },
  definitions: {
    selector: {
      oneOf: [
        {
          required: ['type', 'exact'],
          properties: {
            type: { const: 'TextQuoteSelector' },
            exact: { type: 'string' },
            prefix: { type: 'string' },
            suffix: { type: 'string' },
          },
        },
        {
          required: ['type', 'start', 'end'],
          properties: { type: { const: 'TextPositionSelector' }, start: offset, end: offset },
        },
        {
          required: ['type', 'value'],
          properties: {
            type: { const: 'XPathSelector' },
            value: { type: 'string' },
            refinedBy: { $ref: '#/definitions/selector' },
          },
        },
        {
          required: ['type', 'startSelector', 'endSelector'],
          properties: {
            type: { const: 'RangeSelector' },
            startSelector: { $ref: '#/definitions/selector' },
            endSelector: { $ref: '#/definitions/selector' },
          },
        },
      ],
    },
  },
};

const pageMusts = {
  type: 'object',
  required: ['@context', 'id', 'type', 'items'],
  properties: {
    '@context': context,
    id: uri,
    type: { const: 'AnnotationPage' },
    startIndex: offset,
    items: { type: 'array', items: { type: 'object' } },
  },
};

describe('Web Annotations', () => {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    formats: {
      uri: (text: string) =>
        /^[a-z][a-z0-9+.-]*:[^\s"<>\\^`{|}[\]]*$/i.test(text) && URL.canParse(text),
      'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
    },
  });
  const isPage = ajv.compile(pageMusts);
  const isAnnotation = ajv.compile<{ id: string }>(annotationMusts);

  test('an address that a browser takes and RFC 3986 does not comes back as it was', () => {
    const url = 'https://www.gov.cn/搜索?q[]=浙里办|a b';
    const file = writeWebAnnotations([highlight({ url })]);
    const page: { items: { target: { source: string } }[] } = JSON.parse(file);
    expect(page.items[0]?.target.source).toMatch(/^[!-~]+$/);
    expect(page.items[0]?.target.source).not.toMatch(/[[\]|]/);
    expect(readImport(file, new Date(0))).toMatchObject({ value: { highlights: [{ url }] } });
  });

  test('any library is a valid AnnotationPage of valid Annotations', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const page: { items: unknown[] } = JSON.parse(writeWebAnnotations(library));
        expect(isPage(page), ajv.errorsText(isPage.errors)).toBe(true);
        for (const item of page.items) {
          expect(isAnnotation(item), ajv.errorsText(isAnnotation.errors)).toBe(true);
        }
      }),
    );
  });
});

describe('CSV', () => {
  /** Cells as RFC 4180 defines them. */
  function parse(csv: string): string[][] {
    const rows: string[][] = [];
    const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
    let row: string[] = [];
    for (let at = 1; at < csv.length; at = cell.lastIndex) {
      cell.lastIndex = at;
      const found = cell.exec(csv);
      if (!found) throw new Error(`no cell at ${at}`);
      row.push((found[1] ?? '').replaceAll('""', '"'));
      if (found[2] === ',') continue;
      rows.push(row);
      row = [];
    }
    return rows;
  }

  test('any library is a table of as many columns in every row', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const rows = parse(writeCsv(library));
        expect(rows).toHaveLength(library.length + 1);
        expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
      }),
    );
  });

  test('quotes, commas and line ends stay in their cell', () => {
    const note = 'a "b", c\r\nd';
    const [head, row] = parse(writeCsv([highlight({ note })]));
    expect(row?.[head?.indexOf('note') ?? -1]).toBe(note);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\n=1', '\tSUM(A1)', '\r1'])(
    'no cell is a formula: %j',
    (note) => {
      const [head, row] = parse(writeCsv([highlight({ note })]));
      expect(row?.[head?.indexOf('note') ?? -1]).toBe(`'${note}`);
    },
  );
});

describe('Markdown', () => {
  const describeEntity = (id: string) =>
    id === 'CN-ZJ'
      ? {
          name: '浙江省',
          url: 'https://www.zj.gov.cn/',
          sources: [{ title: '浙江年鉴 [2025]', url: 'https://example.gov.cn/y b' }],
        }
      : null;

  test('groups by page: quote, note, link to the passage, tags, entities with sources', () => {
    const second = highlight({
      id: 'b',
      note: '',
      tags: [],
      createdAt: '2026-03-03T08:00:00.000Z',
    });
    expect(writeMarkdown([second, highlight()], describeEntity)).toBe(`# GovGloss 政注

## [浙江省推进“浙里办”](<https://www.zj.gov.cn/art/1.html?from=timeline>)

> “浙里办”实名注册用户突破1亿

和2019年的数字比较

[2026-03-01](<https://www.zj.gov.cn/art/1.html?from=timeline#:~:text=%E2%80%9C%E6%B5%99%E9%87%8C%E5%8A%9E%E2%80%9D%E5%AE%9E%E5%90%8D%E6%B3%A8%E5%86%8C%E7%94%A8%E6%88%B7%E7%AA%81%E7%A0%B41%E4%BA%BF>) #数字政府 #用户数

> “浙里办”实名注册用户突破1亿

[2026-03-03](<https://www.zj.gov.cn/art/1.html?from=timeline#:~:text=%E2%80%9C%E6%B5%99%E9%87%8C%E5%8A%9E%E2%80%9D%E5%AE%9E%E5%90%8D%E6%B3%A8%E5%86%8C%E7%94%A8%E6%88%B7%E7%AA%81%E7%A0%B41%E4%BA%BF>)

- [浙江省](<https://www.zj.gov.cn/>): [浙江年鉴 \\[2025\\]](<https://example.gov.cn/y%20b>)
- CN-ZJ/zheliban
`);
  });

  test.each([
    ['a heading', '# 标题', '> \\# 标题'],
    ['a list', '- 一项\n1. 二项', '> \\- 一项\n> 1\\. 二项'],
    ['HTML', '<img src=x onerror=alert(1)>', '> \\<img src\\=x onerror\\=alert(1)\\>'],
    ['a link', '[点](javascript:alert(1))', '> \\[点\\](javascript:alert(1))'],
    ['several lines', '甲\n\n乙', '> 甲\n> \n> 乙'],
  ])('text of a page stays text: %s', (_, exact, expected) => {
    const { selectors } = highlight();
    const quoted = highlight({ selectors: { ...selectors, quote: { ...selectors.quote, exact } } });
    expect(writeMarkdown([quoted], () => null)).toContain(`\n\n${expected}\n\n`);
  });

  test('an address that is none of the web is no link', () => {
    const odd = highlight({ url: 'javascript:alert(1)', title: '题' });
    expect(writeMarkdown([odd], () => null)).not.toContain('](<javascript');
  });

  test('tags keep to what Obsidian takes for one', () => {
    const tagged = highlight({ tags: ['数字 政府', '2025', 'a#b'] });
    expect(writeMarkdown([tagged], () => null)).toContain('#数字-政府 2025 #a-b');
  });
});
