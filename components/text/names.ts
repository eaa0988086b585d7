import type { ViewPrefs } from '@/lib/language/prefs';
import type { BilingualText, Names } from '@/lib/model/entity';
import { SCRIPTS } from '@/lib/model/languages';

/** The Chinese name in the reader's script. */
export function chineseName(names: Names, prefs: ViewPrefs): string {
  return names[SCRIPTS[prefs.script]];
}

/**
 * True when the reader is shown translations: the Chinese name then stands beside the translated
 * one, because that is what pages write. Otherwise the English name does.
 */
export function isTranslated({ dataLanguage }: ViewPrefs): boolean {
  return dataLanguage !== 'zh';
}

/** The name in the language of the dataset's texts that the reader chose. */
export function nameFor(names: Names, prefs: ViewPrefs): string {
  return prefs.dataLanguage === 'zh' ? chineseName(names, prefs) : names[prefs.dataLanguage];
}

/** A text of the dataset in that language; `zh` is in the reader's script already. */
export function textFor(text: BilingualText, prefs: ViewPrefs): string {
  return text[prefs.dataLanguage];
}

/** The language tag of what `nameFor` and `textFor` give. */
export function langFor({ dataLanguage, script }: ViewPrefs): string {
  return dataLanguage === 'zh' ? script : dataLanguage;
}
