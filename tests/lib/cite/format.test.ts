import { describe, expect, test } from 'vitest';
import { itemOfHighlight } from '@/lib/cite/cited';
import type { CslItem } from '@/lib/cite/csl-item';
import { formatCitations } from '@/lib/cite/format';
import { CITATION_STYLES } from '@/lib/model/citation';
import { highlight } from '../interchange/highlights';

const document: CslItem = {
  ...{ id: 'd', type: 'report', title: '国务院关于加强数字政府建设的指导意见', language: 'zh-CN' },
  ...{
    author: [{ literal: '国务院' }],
    number: '国发〔2022〕14号',
    URL: 'https://www.gov.cn/x.htm',
  },
  issued: { 'date-parts': [[2022, 6, 6]] },
  accessed: { 'date-parts': [[2026, 11, 28]] },
};
const english: CslItem = {
  ...document,
  ...{ title: 'Opinions on Digital Government', author: [{ literal: 'State Council' }] },
  ...{ number: 'No. 14', language: 'en-US' },
};
const text = (item: CslItem, style: (typeof CITATION_STYLES)[number], language: 'zh-Hans' | 'en') =>
  formatCitations([item], style, language)[0]?.text;

describe('a document is cited', () => {
  test('by GB/T 7714—2015', () => {
    expect(text(document, 'gbt7714', 'zh-Hans')).toBe(
      '国务院. 国务院关于加强数字政府建设的指导意见: 国发〔2022〕14号[R/OL]. (2022-06-06)[2026-11-28]. https://www.gov.cn/x.htm.',
    );
  });

  test('by APA', () => {
    expect(text(english, 'apa', 'en')).toBe(
      'State Council. (2022). Opinions on Digital Government (No. 14). https://www.gov.cn/x.htm',
    );
  });

  test('by Chicago', () => {
    expect(text(english, 'chicago', 'en')).toBe(
      'State Council. Opinions on Digital Government. No. 14. 2022. https://www.gov.cn/x.htm.',
    );
  });

  test('plainly', () => {
    expect(text(document, 'plain', 'zh-Hans')).toMatch(/^国务院\. 国务院关于.*2022.*https:/);
  });
});

test.each(CITATION_STYLES)(
  '%s names publisher, title, day and address of a passage, as text and as rich text',
  (style) => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const [cited] = formatCitations([itemOfHighlight(highlight())], style, language);
      expect(cited?.text).toContain('浙江省人民政府');
      expect(cited?.text).toContain('浙江省推进“浙里办”'.slice(0, 5));
      expect(cited?.text).toContain('2026');
      expect(cited?.text).toContain('#:~:text=');
      expect(cited?.html).not.toMatch(/<div|^\[1\]/);
    }
  },
);

test('what stands in a title is text, never HTML', () => {
  const [cited] = formatCitations(
    [{ ...document, title: '<script>alert(1)</script><img src=x onerror=1>' }],
    'gbt7714',
    'zh-Hans',
  );
  expect(cited?.html).not.toMatch(/<script|<img/);
});
