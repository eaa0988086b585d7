import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { SourceNote } from '@/components/text/SourceNote';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';
import type { ThenNow } from './then-now';

interface ThenNowLineProps {
  change: ThenNow;
  /** Sources of the whole card. */
  sources: Source[];
  prefs: ViewPrefs;
  t: Translate;
}

/** The page's figure and today's: 'then 10.08 million (Oct 2019), now 84.56 million (Nov 2024)'. */
export function ThenNowLine({ change, sources, prefs, t }: ThenNowLineProps) {
  const { former, latest } = change;
  const ids = [...former.sources, ...latest.sources];
  return (
    <li class="card-change">
      <p>
        <Words of={former.label} prefs={prefs} />{' '}
        <span>
          {t('card_then_now', {
            before: formatFigure(former, prefs, t),
            when: formatDate(former.asOf, prefs.language, 'month'),
            now: formatFigure(latest, prefs, t),
            since: formatDate(latest.asOf, prefs.language, 'month'),
          })}
        </span>
      </p>
      <SourceNote
        sources={sources.filter(({ id }) => ids.includes(id))}
        linked
        most={2}
        prefs={prefs}
        t={t}
      />
    </li>
  );
}
