import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Fact, Names, Source } from '@/lib/model/entity';
import { formatDate } from './dates';
import { nameFor, textFor } from './names';
import { byGrade, publisherOf } from './source-name';
import { MARKS } from './writing';

/**
 * A statement as it is quoted: of what, the text with the date it holds for, then a line for each
 * source. A claim is quoted as one; where only a copy was found no address is given.
 */
export function citation(
  of: Names,
  fact: Fact,
  sources: Source[],
  prefs: ViewPrefs,
  t: Translate,
): string {
  const { colon, comma } = MARKS[prefs.dataLanguage];
  const claim = fact.claim ? t('card_claim') + colon : '';
  const asOf = formatDate(fact.asOf, prefs.language);
  const cited = byGrade(sources.filter(({ id }) => fact.sources.includes(id)));
  return [
    `${nameFor(of, prefs)}${colon}${claim}${textFor(fact, prefs)} [${asOf}]`,
    ...cited.map((source) => {
      const { title, date, url } = source;
      const { text } = publisherOf(source, prefs);
      return [text, title, date && formatDate(date, prefs.language), fact.copyOnly ? null : url]
        .filter(Boolean)
        .join(comma);
    }),
  ].join('\n');
}
