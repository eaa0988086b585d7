import type { DataLanguage, Language } from '@/lib/model/languages';

/** What parts words: after a heading, between clauses, in a list, after a sentence. */
interface Marks {
  colon: string;
  comma: string;
  list: string;
  sentence: string;
}

const FULL_WIDTH: Marks = { colon: '：', comma: '，', list: '、', sentence: '' };
const LATIN: Marks = { colon: ': ', comma: ', ', list: ', ', sentence: ' ' };

/** By the language of the words that they part: the interface's, or the dataset's. */
export const MARKS: Record<Language | DataLanguage, Marks> = {
  'zh-Hans': FULL_WIDTH,
  'zh-Hant': FULL_WIDTH,
  zh: FULL_WIDTH,
  en: LATIN,
};

/** Each by its own name: who cannot read the page finds theirs. */
export const LANGUAGE_NAMES: Record<Language | DataLanguage, string> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  zh: '中文',
  en: 'English',
};

/** How the interface writes dates, by the custom of which tag, and counts. */
export const CUSTOMS: Record<Language, Customs> = {
  'zh-Hans': { dates: 'zh-Hans', month: 'long', wordsFrom: 100_000 },
  'zh-Hant': { dates: 'zh-Hant', month: 'long', wordsFrom: 100_000 },
  en: { dates: 'en-GB', month: 'short', wordsFrom: 1_000_000 },
};

interface Customs {
  dates: string;
  month: 'long' | 'short';
  /** Counts are written in words from here on: 十万 is a word people say, 100 thousand is not. */
  wordsFrom: number;
}
