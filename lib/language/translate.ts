import type { Language } from '@/lib/model/languages';
import type catalogue from '@/public/_locales/zh_CN/messages.json';

/** A key of the catalogue; the three languages have the same. */
export type MessageKey = keyof typeof catalogue;

/**
 * The words of one language: the message of `key` with `$NAME$` replaced by `values.name`.
 * Throws where a catalogue read at run time lacks the key.
 */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

type Snake<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : T;

/** A code of ours as a part of a key, in which hyphens may not stand: `mini-program` → `mini_program`. */
export function snake<T extends string>(code: T): Snake<T>;
export function snake(code: string): string {
  return code.replaceAll('-', '_');
}

/** Messages of one language by key, with `$NAME$` where a value goes. */
export type Messages = Record<string, string>;

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
    if (message === undefined) throw new Error(`No message "${key}".`);
    return message.replace(/\$([A-Za-z_]+)\$/g, (placeholder, name: string) => {
      const value = values[name.toLowerCase()];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
