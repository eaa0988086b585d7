import type { ViewPrefs } from '@/lib/language/prefs';
import type { BilingualText } from '@/lib/model/entity';
import { isTranslated, langFor, textFor } from './names';

/** Chinese within an English sentence, with the marks that belong to it. */
const CHINESE_RUN =
  /([\p{Script=Han}〔〕〇][\p{Script=Han}〔〕〇、·“”\d]*\p{Script=Han}|\p{Script=Han})/u;

interface WordsProps {
  of: BilingualText;
  prefs: ViewPrefs;
}

/**
 * A text of the dataset in the language the reader has it in, marked as that; Chinese words in a
 * translation are marked as Chinese, for the right face and the right voice.
 */
export function Words({ of, prefs }: WordsProps) {
  const text = textFor(of, prefs);
  if (!isTranslated(prefs)) return <span lang={langFor(prefs)}>{text}</span>;
  return (
    <span lang={langFor(prefs)}>
      {text.split(CHINESE_RUN).map((part, at) =>
        at % 2 === 1 ? (
          <span key={part + at} lang={prefs.script}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  );
}
