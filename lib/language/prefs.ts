import {
  type DataLanguage,
  LANGUAGES,
  type Language,
  languageOfTag,
  type Script,
} from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';

/** Settings as a view needs them: everything `auto` is decided. */
export interface ViewPrefs {
  /** Of the interface: its words, its numbers and dates. */
  language: Language;
  /** Of the dataset's names and texts. */
  dataLanguage: DataLanguage;
  /** Of Chinese names and texts. */
  script: Script;
  pinyin: boolean;
  size: 'small' | 'medium' | 'large';
  theme: 'light' | 'dark';
}

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
  const known = LANGUAGES[language];
  return {
    language,
    dataLanguage: settings.dataLanguage === 'auto' ? known.data : settings.dataLanguage,
    script: CHOSEN_SCRIPT[settings.script] ?? surroundings.pageScript ?? known.script,
    pinyin: settings.pinyin,
    size: settings.cardSize,
    theme: settings.theme === 'auto' ? (surroundings.dark ? 'dark' : 'light') : settings.theme,
  };
}

/** `page` leaves it to the page. */
const CHOSEN_SCRIPT: Record<Settings['script'], Script | null> = {
  page: null,
  simplified: 'zh-Hans',
  traditional: 'zh-Hant',
};
