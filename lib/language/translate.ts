import type { Language, Translate } from './prefs';

/** Messages of one language by key, with `$NAME$` where a value goes. */
export type Messages = Record<string, string>;

/** The folder of `_locales` that holds each language. */
export const LOCALE_FOLDERS: Record<Language, string> = {
  'zh-Hans': 'zh_CN',
  'zh-Hant': 'zh_TW',
  en: 'en',
};

/** What a card, the selection toolbar and announcements in a page say: all the page is ever sent. */
const IN_PAGE_PREFIXES = [
  'announce_',
  'figure_',
  'card_',
  'colour_',
  'grade_',
  'kind_',
  'source_',
  'toolbar_',
  'type_',
];

/** Reads a `messages.json` as the browsers define it; entries that are not messages are left out. */
export function parseCatalogue(json: unknown): Messages {
  const messages: Messages = {};
  if (typeof json !== 'object' || json === null) return messages;
  for (const [key, entry] of Object.entries(json)) {
    const message: unknown =
      typeof entry === 'object' && entry !== null && 'message' in entry ? entry.message : null;
    if (typeof message === 'string') messages[key] = message;
  }
  return messages;
}

/** The part of a catalogue that views inside a page need. */
export function inPageMessages(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).filter(([key]) =>
      IN_PAGE_PREFIXES.some((prefix) => key.startsWith(prefix)),
    ),
  );
}

/** A `Translate` over the messages of one language. Numbers are written as the language does. */
export function createTranslate(messages: Messages, language: Language): Translate {
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`The catalogue has no message "${key}".`);
    return message.replace(/\$([A-Za-z_]+)\$/g, (placeholder, name: string) => {
      const value = values[name.toLowerCase()];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
