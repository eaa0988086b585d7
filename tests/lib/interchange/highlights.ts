import fc from 'fast-check';
import { HIGHLIGHT_COLOURS, type Highlight } from '@/lib/model/highlight';

/** A highlight with everything a record can hold, changed as a test needs it. */
export function highlight(change: Partial<Highlight> = {}): Highlight {
  return {
    id: '3f0c9e8a-1b2c-4d3e-8f4a-5b6c7d8e9f00',
    pageKey: 'zj.gov.cn/art/1.html',
    url: 'https://www.zj.gov.cn/art/1.html?from=timeline',
    title: '浙江省推进“浙里办”',
    publisher: '浙江省人民政府',
    published: '2026-02-28',
    selectors: {
      quote: {
        type: 'TextQuoteSelector',
        exact: '“浙里办”实名注册用户突破1亿',
        prefix: '截至目前，',
        suffix: '，日均活跃用户',
      },
      position: { type: 'TextPositionSelector', start: 120, end: 137, pairs: 2 },
      range: {
        type: 'RangeSelector',
        startSelector: { type: 'XPathSelector', value: '/html[1]/body[1]/p[3]' },
        endSelector: { type: 'XPathSelector', value: '/html[1]/body[1]/p[3]/b[1]' },
        startOffset: 5,
        endOffset: 2,
        startPairs: 1,
        endPairs: 0,
      },
      rivals: [9],
      landmarks: { before: ['截至目前'], after: ['日均活跃'], rivals: [1] },
    },
    colour: 'green',
    note: '和2019年的数字比较',
    tags: ['数字政府', '用户数'],
    entities: ['CN-ZJ', 'CN-ZJ/zheliban'],
    createdAt: '2026-03-01T08:00:00.000Z',
    modifiedAt: '2026-03-02T09:30:00.000Z',
    revision: 1,
    ...change,
  };
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const filled = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const path = filled.map((value) => ({ type: 'XPathSelector' as const, value }));

/** A landmark: lib/parse takes none that is long. */
const piece = fc.string({ minLength: 1, maxLength: 9 });
/** What later versions count, and 0.1.0 did not. */
const counted = fc.option(fc.nat({ max: 5 }));

const record: fc.Arbitrary<Highlight> = fc.record(
  {
    id: fc.oneof(fc.uuid(), filled),
    pageKey: filled,
    url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
    title: text,
    publisher: filled,
    published: fc.constantFrom('2026', '2026-03', '2026-03-01'),
    selectors: fc.record(
      {
        quote: fc.record({
          type: fc.constant('TextQuoteSelector' as const),
          exact: filled,
          prefix: text,
          suffix: text,
        }),
        position: fc
          .record({ start: fc.nat(), length: fc.nat(), pairs: counted })
          .map(({ start, length, pairs }) => ({
            ...{ type: 'TextPositionSelector' as const, start, end: start + length },
            ...(pairs !== null && { pairs: Math.min(pairs, start >> 1) }),
          })),
        range: fc
          .record({ start: fc.nat(), end: fc.nat(), from: path, to: path, pairs: counted })
          .map(({ start, end, from, to, pairs }) => ({
            ...{ type: 'RangeSelector' as const, startSelector: from, endSelector: to },
            ...{ startOffset: start, endOffset: end },
            ...(pairs !== null && {
              startPairs: Math.min(pairs, start >> 1),
              endPairs: Math.min(pairs, end >> 1),
            }),
          })),
        rivals: fc.array(fc.nat(), { maxLength: 3 }),
        landmarks: fc.record({
          before: fc.array(piece, { maxLength: 2 }),
          after: fc.array(piece, { maxLength: 2 }),
          rivals: fc.array(fc.nat(), { maxLength: 2 }),
        }),
      },
      { requiredKeys: ['quote'] },
    ),
    colour: fc.constantFrom(...HIGHLIGHT_COLOURS),
    note: text,
    tags: fc.array(filled, { maxLength: 4 }),
    entities: fc.array(filled, { maxLength: 4 }),
    createdAt: moment,
    modifiedAt: moment,
    revision: fc.integer({ min: 1, max: 1_000_000_000 }),
    detached: fc.constant(true as const),
  },
  {
    requiredKeys: [
      'id',
      'pageKey',
      'url',
      'title',
      'selectors',
      'colour',
      'note',
      'tags',
      'entities',
      'createdAt',
      'modifiedAt',
      'revision',
    ],
  },
);

/** Any library: records of all shapes, each id once. */
export const anyLibrary = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 8 });
