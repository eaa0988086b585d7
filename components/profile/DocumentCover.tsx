import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId, Policy } from '@/lib/model/entity';
import type { ProfileData } from '@/lib/model/views';
import { EntityLinks } from './EntityLinks';
import { Particulars } from './Particulars';
import { sinceDocument } from './since-document';

interface DocumentCoverProps {
  data: ProfileData & { entity: Policy };
  /** The profile of the division that issued it. */
  home: ProfileData | null;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

/** What a reader of a document's own page wants first: its days, its line, what came of it. */
export function DocumentCover({ data, home, prefs, t, onOpen }: DocumentCoverProps) {
  const { entity } = data;
  const changes = home && entity.date ? sinceDocument(home, entity.date) : [];
  return (
    <section class="cover" aria-label={t('cover_this_is')}>
      <p class="view-note">{t('cover_this_is')}</p>
      <h2 class="cover-name" lang={langFor(prefs)}>
        {nameFor(entity.names, prefs)}
      </h2>
      <p>
        <Words of={entity.summary} prefs={prefs} />
      </p>
      <Particulars entity={entity} prefs={prefs} t={t} />
      <EntityLinks
        entity={entity}
        related={data.related}
        incoming={data.incoming}
        prefs={prefs}
        t={t}
        onOpen={onOpen}
      />
      {changes.length > 0 && (
        <ul class="facts" aria-label={t('cover_figures')}>
          {changes.map(({ of, former, latest }) => (
            <li key={`${of?.zhHans} ${former.label.zh}`}>
              {of && <b lang={langFor(prefs)}>{nameFor(of, prefs)} </b>}
              <Words of={former.label} prefs={prefs} />{' '}
              {t('card_then_now', {
                before: formatFigure(former, prefs, t),
                when: formatDate(former.asOf, prefs.language, 'month'),
                now: formatFigure(latest, prefs, t),
                since: formatDate(latest.asOf, prefs.language, 'month'),
              })}
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button" data-weight="main" onClick={() => onOpen(entity.id)}>
        {t('cover_profile')}
      </button>
    </section>
  );
}
