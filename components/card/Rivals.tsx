import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { Rival } from '@/lib/model/views';

interface RivalsProps {
  rivals: Rival[];
  prefs: ViewPrefs;
  t: Translate;
  onChoose(id: EntityId): void;
}

/** What else the same characters may mean here: the page does not decide. */
export function Rivals({ rivals, prefs, t, onChoose }: RivalsProps) {
  return (
    <section class="card-rivals">
      <h3>{t('card_rivals')}</h3>
      <ul>
        {rivals.map((rival) => (
          <li key={rival.id}>
            <button type="button" data-kind={rival.kind} onClick={() => onChoose(rival.id)}>
              <span class="kind">{t(`kind_${rival.kind}`)}</span>
              {'isHidden' in rival ? (
                <span>{t('card_own_entry')}</span>
              ) : (
                <>
                  <span lang={langFor(prefs)}>{nameFor(rival.names, prefs)}</span>
                  <span class="card-rival-place" lang={langFor(prefs)}>
                    {nameFor(rival.division.names, prefs)}
                  </span>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
