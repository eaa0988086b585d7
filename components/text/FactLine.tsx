import type { ComponentChildren } from 'preact';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Fact, Source } from '@/lib/model/entity';
import { formatDate } from './dates';
import { SourceNote } from './SourceNote';
import { Words } from './Words';

interface FactLineProps {
  fact: Fact;
  /** Sources of the whole view; those of the fact are picked out. */
  sources: Source[];
  /** How many of them are named. */
  mostSources: number;
  /** The statement before comes from the same sources. */
  again?: boolean;
  prefs: ViewPrefs;
  t: Translate;
  /** Stands in the margin under the date. */
  aside?: ComponentChildren;
}

/** One dated statement: the date in the margin, the text, where it comes from. */
export function FactLine({ fact, sources, mostSources, again, prefs, t, aside }: FactLineProps) {
  const cited = fact.sources.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return (
    <li class="fact">
      <time class="fact-date" dateTime={fact.asOf} title={formatDate(fact.asOf, prefs.language)}>
        {formatDate(fact.asOf, prefs.language, 'month')}
      </time>
      <div class="fact-text">
        <p>
          {fact.claim && <span class="fact-claim">{t('card_claim')}</span>}
          <Words of={fact} prefs={prefs} />
        </p>
        <SourceNote
          sources={cited}
          linked={!fact.copyOnly}
          most={mostSources}
          again={again ?? false}
          prefs={prefs}
          t={t}
        />
      </div>
      {aside}
    </li>
  );
}
