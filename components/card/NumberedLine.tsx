import { textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { NumberedDocument } from '@/lib/model/views';

export interface NumberedLineProps {
  document: NumberedDocument;
  prefs: ViewPrefs;
  t: Translate;
}

/** What the number of a document that is no entry says: who issued it and when, and that this is all. */
export function NumberedLine({ document, prefs, t }: NumberedLineProps) {
  const { text, year, issuer } = document;
  return (
    <p class="glance-line">
      {t('card_numbered', { number: text, issuer: textFor(issuer, prefs), year })}
    </p>
  );
}
