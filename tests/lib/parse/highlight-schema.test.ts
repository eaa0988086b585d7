import { expect, test } from 'vitest';
import type { Highlight } from '@/lib/model/highlight';
import { parseHighlight } from '@/lib/parse/highlight-schema';

const AT = '2026-11-20T08:00:00.000Z';
const quoteOf = (exact: string) => ({
  quote: { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' },
});
const KEPT: Highlight = {
  ...{ id: 'one', pageKey: 'zj.gov.cn/a', url: 'http://www.zj.gov.cn/a', title: '' },
  ...{ colour: 'yellow', note: '', tags: [], entities: [] },
  ...{ createdAt: AT, modifiedAt: AT, revision: 1 },
  selectors: quoteOf('浙里办'),
};

test('a record as we keep it is read as it is, and what we do not know is left out', () => {
  expect(parseHighlight({ ...KEPT, script: '<script>' })).toEqual({ ok: true, value: KEPT });
});

test.each([
  ['none, as 0.1.0 wrote it', undefined, 1],
  ['a word', 'many', 1],
  ['half a one', 1.5, 1],
  ['more than anyone makes', Number.MAX_SAFE_INTEGER, 1],
  ['the seventh', 7, 7],
])('a revision that is %s hides no record', (_, revision, read) => {
  const parsed = parseHighlight({ ...KEPT, revision });
  expect(parsed).toEqual({ ok: true, value: { ...KEPT, revision: read } });
});

test.each([
  ['a title', 'title', 4000],
  ['an address', 'url', 20_000],
  ['a key', 'pageKey', 20_000],
])('%s that is too long is cut, not within a character', (_, field, most) => {
  const cut = (text: string) => {
    const read = parseHighlight({ ...KEPT, [field]: text });
    return read.ok ? read.value[field as 'title'] : read.error;
  };
  expect(cut('数'.repeat(most))).toBe('数'.repeat(most));
  expect(cut('数'.repeat(most + 7))).toBe('数'.repeat(most));
  expect(cut(`${'a'.repeat(most - 1)}😀😀`)).toBe('a'.repeat(most - 1));
  expect(cut(`${'😀'.repeat(most)}`)).toBe('😀'.repeat(most / 2));
});

test.each([
  ['the longest quote', { selectors: quoteOf('数'.repeat(200_000)) }, null],
  ['a longer quote', { selectors: quoteOf('数'.repeat(200_001)) }, 'selectors.quote.exact'],
  ['an empty quote', { selectors: quoteOf('') }, 'selectors.quote.exact'],
  ['a note as long as a book', { note: '数'.repeat(100_001) }, 'note'],
  ['a tag as long as a text', { tags: ['数'.repeat(101)] }, 'tags.0'],
  ['more tags than anyone reads', { tags: Array.from({ length: 101 }, String) }, 'tags'],
  ['a colour we have not', { colour: 'red' }, 'colour'],
  ['a day for a moment', { createdAt: '2026-11-20' }, 'createdAt'],
  ['no id', { id: '' }, 'id'],
])('%s', (_, change, field) => {
  const read = parseHighlight({ ...KEPT, ...change });
  expect(read.ok ? null : read.error.split(':')[0]).toBe(field);
});
