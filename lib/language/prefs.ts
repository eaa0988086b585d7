import type { Settings } from '@/lib/model/settings';

/** The languages of the interface; the catalogue has one file for each. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

/** The script Chinese names and texts are shown in. */
export type Script = 'zh-Hans' | 'zh-Hant';

/** Settings as a view needs them: everything `auto` is decided. */
export interface ViewPrefs {
  /** Of the interface, and of the dataset's texts when it is `en`. */
  language: Language;
  /** Of Chinese names and texts. */
  script: Script;
  pinyin: boolean;
  size: 'small' | 'medium' | 'large';
  theme: 'light' | 'dark';
}

/**
 * The words of one language: the message of `key` with `$NAME$` replaced by `values.name`.
 * Throws when the catalogue has no such key, so that no view can ship a missing word.
 */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** What `auto` and `page` stand for where the view is shown. */
export interface Surroundings {
  /** The browser's interface language, a BCP 47 tag. */
  browserLanguage: string;
  /** The script of the page beside the view; null where there is none. */
  pageScript: Script | null;
  /** The system, or the page for a card in it, is dark. */
  dark: boolean;
}

/** Decides everything the settings leave to the browser or the page. */
export function viewPrefs(settings: Settings, surroundings: Surroundings): ViewPrefs {
  const language =
    settings.language === 'auto' ? languageOfTag(surroundings.browserLanguage) : settings.language;
  return {
    language,
    script: scriptFor(settings.script, surroundings.pageScript, language),
    pinyin: settings.pinyin,
    size: settings.cardSize,
    theme: settings.theme === 'auto' ? (surroundings.dark ? 'dark' : 'light') : settings.theme,
  };
}

/**
 * The interface language for a BCP 47 tag: Chinese in its script (that of the region where the tag
 * names none: traditional for TW, HK and MO), English for every other language.
 */
export function languageOfTag(tag: string): Language {
  const { language, script } = new Intl.Locale(tag || 'en').maximize();
  if (language !== 'zh' && language !== 'yue') return 'en';
  return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}

function scriptFor(setting: Settings['script'], page: Script | null, language: Language): Script {
  if (setting === 'simplified') return 'zh-Hans';
  if (setting === 'traditional') return 'zh-Hant';
  if (page) return page;
  return language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
}
