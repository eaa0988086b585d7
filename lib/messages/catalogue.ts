import { browser } from 'wxt/browser';
import { type Messages, parseCatalogue } from '@/lib/language/translate';
import { LANGUAGES, type Language, languageOfTag } from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';

/** The interface language that the settings and the browser amount to. */
export function interfaceLanguage(settings: Pick<Settings, 'language'>): Language {
  return settings.language === 'auto'
    ? languageOfTag(browser.i18n.getUILanguage())
    : settings.language;
}

/**
 * The whole catalogue of one language, read from the package: the browser's own `i18n.getMessage`
 * cannot be told another language than its own. Only for the extension's own pages and worker.
 */
export async function readCatalogue(language: Language): Promise<Messages> {
  const path = `/_locales/${LANGUAGES[language].folder}/messages.json`;
  const response = await fetch(new URL(path, browser.runtime.getURL('/popup.html')));
  return parseCatalogue(await response.json());
}
