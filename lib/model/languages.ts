/**
 * The languages of the interface, those of the dataset's texts, and the scripts of Chinese. A
 * language is added by its entry here, which makes the compiler ask for its ways of writing
 * (components/text/writing.ts), its folder of public/_locales and a face in surface/tokens.css.
 */
import type { BilingualText, Names } from './entity';
import { keysOf } from './registry';

/** The scripts Chinese names and texts are shown in, with the field of `Names` for each. */
export const SCRIPTS = {
  'zh-Hans': 'zhHans',
  'zh-Hant': 'zhHant',
} as const satisfies Record<string, keyof Names>;
export type Script = keyof typeof SCRIPTS;

/** A language of the dataset's texts. */
export type DataLanguage = keyof BilingualText;
export const DATA_LANGUAGES: readonly DataLanguage[] = ['zh', 'en'];

interface InterfaceLanguage {
  /** The folder of `_locales` that holds its words. */
  folder: string;
  /** The language of the dataset's texts for its readers, unless they choose another. */
  data: DataLanguage;
  /** The script of Chinese where neither the reader nor a page says which. */
  script: Script;
}

/** The languages of the interface, by BCP 47 tag, in the order in which they are offered. */
export const LANGUAGES = {
  'zh-Hans': { folder: 'zh_CN', data: 'zh', script: 'zh-Hans' },
  'zh-Hant': { folder: 'zh_TW', data: 'zh', script: 'zh-Hant' },
  en: { folder: 'en', data: 'en', script: 'zh-Hans' },
} as const satisfies Record<string, InterfaceLanguage>;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_TAGS = keysOf(LANGUAGES);

/**
 * The interface language for a BCP 47 tag: the one of its language, in its script where there are
 * two (that of the region where the tag names none: traditional for TW, HK and MO); English when
 * there is none. Cantonese is read as Chinese.
 */
export function languageOfTag(tag: string): Language {
  const asked = new Intl.Locale(tag || 'en').maximize();
  const language = asked.language.replace('yue', 'zh');
  const near = LANGUAGE_TAGS.filter((each) => new Intl.Locale(each).language === language);
  const exact = near.find((each) => new Intl.Locale(each).maximize().script === asked.script);
  return exact ?? near[0] ?? 'en';
}
