import { describe, expect, test } from 'vitest';
import type { Incoming } from '@/lib/interchange/incoming';
import { planImport } from '@/lib/interchange/plan-import';
import { readImport } from '@/lib/interchange/read-import';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const TOMORROW = new Date('2026-11-24T12:00:00.000Z');

function imported(file: unknown, now = NOW): Incoming {
  const read = readImport(JSON.stringify(file), now);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const hypothesisAnnotation = {
  id: 'Ic6rNsOCEeaQl--ofD7IUg',
  user: 'acct:reader@hypothes.is',
  uri: 'http://www.zj.gov.cn/art/2.html?utm_source=a',
  text: '记一笔',
  tags: ['浙江', ' 浙江 ', ''],
  created: '2026-02-16T11:23:56.096030+00:00',
  updated: '2026-02-17T11:23:56.096030+00:00',
  document: { title: ['浙江省政府'] },
  target: [
    {
      source: 'http://www.zj.gov.cn/art/2.html',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/div[1]/p[2]',
          startOffset: 0,
          endContainer: '/div[1]/p[2]',
          endOffset: 9,
        },
        { type: 'TextPositionSelector', start: 2728, end: 2737 },
        {
          type: 'TextQuoteSelector',
          exact: '最多跑一次改革',
          prefix: '浙江推行',
          suffix: '，群众',
        },
      ],
    },
  ],
};

const hypothesisExport = (annotations: unknown[]) => ({
  export_date: '2026-11-01T00:00:00.000Z',
  export_userid: 'acct:reader@hypothes.is',
  client_version: '1.1500.0',
  annotations,
});

const clipperExport = [
  {
    url: 'https://www.gd.gov.cn/a.html?utm_source=x',
    highlights: [
      {
        text: '<p>粤省事 <b>上线</b></p><p>A &lt; B &amp; C</p>',
        timestamp: '2026-01-01T00:00:00.000Z',
        color: 'red',
        notes: ['一', '二'],
        comment: '一',
      },
      { text: '没有时间的一句，1 < 2' },
    ],
  },
];

describe('Hypothesis', () => {
  test('an annotation of its export becomes a highlight with quote, note, tags and page', () => {
    const incoming = imported(hypothesisExport([hypothesisAnnotation]));
    expect(incoming.format).toBe('hypothesis');
    expect(incoming.highlights).toMatchObject([
      {
        pageKey: 'zj.gov.cn/art/2.html',
        title: '浙江省政府',
        note: '记一笔',
        tags: ['浙江'],
        createdAt: '2026-02-16T11:23:56.096Z',
        modifiedAt: '2026-02-17T11:23:56.096Z',
      },
    ]);
    expect(incoming.highlights[0]?.selectors).toEqual({
      quote: {
        type: 'TextQuoteSelector',
        exact: '最多跑一次改革',
        prefix: '浙江推行',
        suffix: '，群众',
      },
    });
  });

  test('so does one of its API', () => {
    expect(imported({ total: 1, rows: [hypothesisAnnotation] }).highlights).toHaveLength(1);
  });

  test('page notes, replies and broken entries are named, the others read', () => {
    const incoming = imported(
      hypothesisExport([
        { ...hypothesisAnnotation, id: 'note', target: [{ source: 'http://a.cn/' }] },
        { ...hypothesisAnnotation, id: 'reply', references: ['Ic6rNsOCEeaQl--ofD7IUg'] },
        { id: 7 },
        hypothesisAnnotation,
      ]),
    );
    expect(incoming.malformed.map(({ where }) => where)).toEqual(['1', '2', '3']);
    expect(incoming.malformed.map(({ why }) => why)).toEqual(['whole-page', 'reply', 'not-one']);
    expect(incoming.highlights).toHaveLength(1);
  });
});

describe('Obsidian Web Clipper', () => {
  test('its highlights become ours: text of the HTML, colour, notes', () => {
    const [first, second] = imported(clipperExport).highlights;
    expect(first).toMatchObject({
      pageKey: 'gd.gov.cn/a.html',
      colour: 'pink',
      note: '一\n\n二',
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    expect(first?.selectors.quote.exact).toBe('粤省事 上线\nA < B & C');
    expect(second?.selectors.quote.exact).toBe('没有时间的一句，1 < 2');
    expect(second?.createdAt).toBe(NOW.toISOString());
  });

  test('an entry without a text is named', () => {
    const broken = [{ url: 'https://a.gov.cn/', highlights: [{ timestamp: 'x' }] }];
    expect(imported(broken).malformed).toMatchObject([{ where: '1.1', why: 'no-text' }]);
  });
});

describe('Web Annotations of other tools', () => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://example.org/anno1',
    type: 'Annotation',
    body: [
      { type: 'TextualBody', value: '一条评论', purpose: 'commenting' },
      { type: 'TextualBody', value: '标签', purpose: 'tagging' },
      'http://example.org/linked',
    ],
    target: {
      source: { id: 'https://www.gov.cn/page', type: 'Text' },
      selector: { type: 'TextQuoteSelector', exact: '数字政府', prefix: '加强', suffix: '建设' },
    },
  };

  test.each([
    ['one alone', annotation],
    ['a list', [annotation]],
    ['a page', { type: 'AnnotationPage', items: [annotation] }],
    [
      'a collection',
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: annotation } },
    ],
  ])('that quote a text are read: %s', (_, file) => {
    expect(imported(file).highlights).toMatchObject([
      { url: 'https://www.gov.cn/page', note: '一条评论', tags: ['标签'] },
    ]);
  });

  test.each([
    ['no target', { ...annotation, target: undefined }],
    ['a whole page as target', { ...annotation, target: 'http://example.org/' }],
    ['a selector of another kind', withSelector({ type: 'SvgSelector', value: '<svg/>' })],
    ['an empty quote', withSelector({ type: 'TextQuoteSelector', exact: ' ' })],
    ['no address', { ...annotation, target: { selector: annotation.target.selector } }],
    ['no annotation at all', 'http://example.org/anno2'],
  ])('that do not are named with the reason: %s', (_, broken) => {
    const incoming = imported({ type: 'AnnotationPage', items: [broken, annotation] });
    expect(incoming.malformed).toHaveLength(1);
    expect(incoming.malformed[0]?.where).toMatch(/^1\b/);
    expect(incoming.highlights).toHaveLength(1);
  });

  function withSelector(selector: unknown) {
    return { ...annotation, target: { ...annotation.target, selector } };
  }
});

test.each([
  ['Hypothesis', hypothesisExport([hypothesisAnnotation])],
  ['Obsidian Web Clipper', clipperExport],
])('importing the same file again, a day later, changes nothing: %s', (_, file) => {
  const first = imported(file);
  const plan = planImport(first.highlights, imported(file, TOMORROW));
  expect(plan).toMatchObject({ new: [], changed: [], conflicting: [], malformed: [] });
});

test('an entry that stands twice in a file counts once; two under one id do not both', () => {
  const other = { ...hypothesisAnnotation, text: 'another note' };
  const incoming = imported(hypothesisExport([hypothesisAnnotation, hypothesisAnnotation, other]));
  expect(incoming.highlights).toHaveLength(1);
  expect(incoming.malformed).toMatchObject([{ where: '3', why: 'same-id' }]);
});

test.each([
  ['something else altogether', '<html>', 'unknown'],
  ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0', 'unreadable'],
  ['nothing at all', '', 'unreadable'],
  ['a torn file', '{"format":"govgloss-backup","highl', 'unreadable'],
  ['a backup without highlights', '{"format":"govgloss-backup","version":1}', 'unreadable'],
  [
    'a backup of a later version',
    '{"format":"govgloss-backup","version":99,"highlights":[]}',
    'too-new',
  ],
  ['JSON of something else', '{"name":"package"}', 'unknown'],
  ['a list of something else', '[{"a":1}]', 'unknown'],
  ['a number', '7', 'unknown'],
  ['nothing', 'null', 'unknown'],
  ['another table', 'name,age\nA,1\n', 'unknown'],
])('%s is refused as a whole', (_, text, reason) => {
  expect(readImport(text, NOW)).toEqual({ ok: false, error: reason });
});

test('a record of a backup that breaks a rule is named', () => {
  const file = { format: 'govgloss-backup', version: 1, highlights: [{ id: 'x' }] };
  expect(imported(file).unreadable).toMatchObject([{ where: '1', id: 'x' }]);
});
