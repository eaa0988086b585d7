/**
 * The languages of the interface, those of the dataset's texts, and the scripts of Chinese. What is
 * known of one stands here and nowhere else: a language is added by its entry, its folder in
 * public/_locales, and a face in components/surface/tokens.css.
 */
import type { BilingualText, Names } from './entity';
import { keysOf } from './registry';

/** The scripts Chinese names and texts are shown in, with the field of `Names` for each. */
export const SCRIPTS = {
  'zh-Hans': 'zhHans',
  'zh-Hant': 'zhHant',
} as const satisfies Record<string, keyof Names>;
export type Script = keyof typeof SCRIPTS;

/** What parts words: after a heading, between clauses, in a list, after a sentence. */
interface Marks {
  colon: string;
  comma: string;
  list: string;
  sentence: string;
}

const FULL_WIDTH: Marks = { colon: '：', comma: '，', list: '、', sentence: '' };
const LATIN: Marks = { colon: ': ', comma: ', ', list: ', ', sentence: ' ' };

/** A language of the dataset's texts. */
export type DataLanguage = keyof BilingualText;

/** Each by its own name, with the marks its texts are joined by. */
export const DATA_LANGUAGES: Readonly<Record<DataLanguage, { name: string; marks: Marks }>> = {
  zh: { name: '中文', marks: FULL_WIDTH },
  en: { name: 'English', marks: LATIN },
};

interface InterfaceLanguage {
  /** By itself: who cannot read the page finds theirs. */
  name: string;
  /** The folder of `_locales` that holds its words. */
  folder: string;
  /** The language of the dataset's texts for its readers, unless they choose another. */
  data: DataLanguage;
  /** The script of Chinese where neither the reader nor a page says which. */
  script: Script;
  marks: Marks;
  /** How dates are written: by the custom of which tag, with whole or short names of months. */
  dates: { tag: string; month: 'long' | 'short' };
  /** Counts are written in words from here on: 十万 is a word people say, 100 thousand is not. */
  wordsFrom: number;
}

/** The languages of the interface, by BCP 47 tag. */
export const LANGUAGES = {
  'zh-Hans': {
    name: '简体中文',
    folder: 'zh_CN',
    data: 'zh',
    script: 'zh-Hans',
    marks: FULL_WIDTH,
    dates: { tag: 'zh-Hans', month: 'long' },
    wordsFrom: 100_000,
  },
  'zh-Hant': {
    name: '繁體中文',
    folder: 'zh_TW',
    data: 'zh',
    script: 'zh-Hant',
    marks: FULL_WIDTH,
    dates: { tag: 'zh-Hant', month: 'long' },
    wordsFrom: 100_000,
  },
  en: {
    name: 'English',
    folder: 'en',
    data: 'en',
    script: 'zh-Hans',
    marks: LATIN,
    dates: { tag: 'en-GB', month: 'short' },
    wordsFrom: 1_000_000,
  },
} as const satisfies Record<string, InterfaceLanguage>;
export type Language = keyof typeof LANGUAGES;

/** The tags of the interface's languages, in the order in which they are offered. */
export const LANGUAGE_TAGS = keysOf(LANGUAGES);

/** The interface language of whoever's browser speaks none of them. */
const COMMON: Language = 'en';

/**
 * The interface language for a BCP 47 tag: the one of its language, in its script where there are
 * two (that of the region where the tag names none: traditional for TW, HK and MO). Cantonese is
 * read as Chinese.
 */
export function languageOfTag(tag: string): Language {
  const asked = new Intl.Locale(tag || COMMON).maximize();
  const language = asked.language === 'yue' ? 'zh' : asked.language;
  const near = LANGUAGE_TAGS.filter((each) => new Intl.Locale(each).language === language);
  const exact = near.find((each) => new Intl.Locale(each).maximize().script === asked.script);
  return exact ?? near[0] ?? COMMON;
}
