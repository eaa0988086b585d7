import { expect, test } from 'vitest';
import { pickSources, publisherOf } from '@/components/text/source-name';
import type { Source } from '@/lib/model/entity';
import { sources } from '@/public/dataset/sources.json';
import { prefsIn } from '@/tests/components/mount';

const source = (id: string, more: Partial<Source> = {}): Source => ({
  ...{ id, title: '一文', publisher: '辽宁日报', date: '2024', grade: 'press' as const },
  url: 'https://www.lnd.example/1',
  ...more,
});

test.each([
  ['en', { publisherEn: 'Liaoning Daily' }, 'Liaoning Daily', 'en'],
  ['zh-Hans', { publisherEn: 'Liaoning Daily' }, '辽宁日报', 'zh-Hans'],
  ['en', {}, '辽宁日报', 'zh-Hans'],
  ['en', { url: null, grade: 'single' }, '辽宁日报', 'zh-Hans'],
  [
    'en',
    { publisherEn: 'Sichuan Provincial People’s Government', publisher: 'sc.gov.cn' },
    'Sichuan Provincial People’s Government',
    'en',
  ],
  ['zh-Hans', { publisherEn: 'Sichuan', publisher: 'sc.gov.cn' }, 'sc.gov.cn', 'en'],
] as const)('a reader of %s is given the source %o as “%s”', (language, more, text, lang) => {
  const { named } = pickSources([source('a', more)], 1, prefsIn(language));
  expect(named[0]?.name).toMatchObject({ text, lang });
});

test('in a list of sources a publisher without an English name keeps its own', () => {
  const english = prefsIn('en');
  expect(publisherOf(source('a'), english)).toEqual({ text: '辽宁日报', lang: 'zh-Hans' });
});

test('no government site is given to an English reader as a bare host', () => {
  const english = prefsIn('en');
  const bare = (sources as Source[])
    .filter(({ url }) => url && /\.gov\.cn$/.test(new URL(url).hostname))
    .map((each) => pickSources([each], 1, english).named[0]?.name.text)
    .filter((name) => name && /^[a-z0-9.-]+$/.test(name));
  expect(bare).toEqual([]);
});
