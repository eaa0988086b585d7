import { describe, expect, it } from 'vitest';
import { citation } from '@/components/text/citation';
import type { Fact, Source } from '@/lib/model/entity';
import { prefsIn } from '@/tests/components/mount';

const NAMES = { zhHans: '浙里办', zhHant: '浙里辦', pinyin: 'Zhèlǐbàn', en: 'Zheliban' };

const FACT: Fact = {
  zh: '用户超过1.2亿。',
  en: 'It had over 120 million users.',
  asOf: '2024-08',
  sources: ['ct'],
};

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: 'A day without paper',
  publisher: 'China Today',
  date: '2024-08-01',
  url: 'https://ct.example/1',
  grade: 'press',
  ...more,
});

const t = (key: string) => (key === 'card_claim' ? 'Claim' : key);

describe('citation', () => {
  it('says of what, when, and where it is said', () => {
    expect(citation(NAMES, FACT, [source('ct'), source('other')], prefsIn('en'), t)).toBe(
      'Zheliban: It had over 120 million users. [Aug 2024]\n' +
        'China Today, A day without paper, 1 Aug 2024, https://ct.example/1',
    );
  });

  it('is punctuated as Chinese in Chinese', () => {
    expect(citation(NAMES, FACT, [source('ct', { date: null })], prefsIn('zh-Hans'), t)).toBe(
      '浙里办：用户超过1.2亿。 [2024年8月]\nChina Today，A day without paper，https://ct.example/1',
    );
  });

  it('calls a claim one, names the strongest source first, and gives no address of a copy', () => {
    const fact: Fact = { ...FACT, claim: true, copyOnly: true, sources: ['ct', 'gov'] };
    const gov = source('gov', { publisher: 'Zhejiang', grade: 'official' });
    expect(citation(NAMES, fact, [source('ct'), gov], prefsIn('en'), t)).toBe(
      'Zheliban: Claim: It had over 120 million users. [Aug 2024]\n' +
        'Zhejiang, A day without paper, 1 Aug 2024\nChina Today, A day without paper, 1 Aug 2024',
    );
  });
});
