import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { AsideEntry } from './page-state';

interface PageAsidesProps {
  asides: readonly AsideEntry[];
  prefs: ViewPrefs;
  t: Translate;
  /** Scrolls the page to the next mention of an entity. */
  onNextMention(id: EntityId): void;
}

/** What only menus, footers and the like of the page name, each with the way there. */
export function PageAsides({ asides, prefs, t, onNextMention }: PageAsidesProps) {
  return (
    <p class="page-asides">
      {t('page_asides')}
      {asides.map(({ brief }) => {
        const name = nameFor(brief.names, prefs);
        return (
          <button
            key={brief.id}
            type="button"
            class="linklike"
            title={t('page_next_mention', { name })}
            onClick={() => onNextMention(brief.id)}
          >
            <span lang={langFor(prefs)}>{name}</span>
          </button>
        );
      })}
    </p>
  );
}
