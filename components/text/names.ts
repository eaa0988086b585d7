import type { ViewPrefs } from '@/lib/language/prefs';
import type { BilingualText, Names } from '@/lib/model/entity';

/** The Chinese name in the reader's script. */
export function chineseName(names: Names, prefs: ViewPrefs): string {
  return prefs.script === 'zh-Hant' ? names.zhHant : names.zhHans;
}

/** The name in the language of the interface. */
export function nameFor(names: Names, prefs: ViewPrefs): string {
  return prefs.language === 'en' ? names.en : chineseName(names, prefs);
}

/** A text of the dataset in the language of the interface; `zh` is in the reader's script already. */
export function textFor(text: BilingualText, prefs: ViewPrefs): string {
  return prefs.language === 'en' ? text.en : text.zh;
}

/** The language tag of what `nameFor` and `textFor` give. */
export function langFor(prefs: ViewPrefs): string {
  return prefs.language === 'en' ? 'en' : prefs.script;
}
