import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { SearchHit } from '@/lib/model/views';
import { HITS_ID, hitId } from './hit-id';

interface SearchViewProps {
  query: string;
  hits: SearchHit[];
  /** Index of the hit the arrow keys are on. */
  active: number;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

/** What the query finds, best first; the field above keeps the focus. */
export function SearchView({ query, hits, active, prefs, t, onOpen }: SearchViewProps) {
  return (
    <section class="search-view">
      <p class="view-note" role="status">
        {hits.length > 0 ? t('search_count', { count: hits.length }) : t('search_none', { query })}
      </p>
      <div id={HITS_ID} role="listbox" aria-label={t('search_label')}>
        {hits.map(({ brief, matched }, at) => (
          <button
            type="button"
            key={brief.id}
            id={hitId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            class="hit"
            data-kind={brief.kind}
            onClick={() => onOpen(brief.id)}
          >
            <span class="hit-name">
              <span lang={langFor(prefs)}>{nameFor(brief.names, prefs)}</span>
              <span class="hit-form" lang={isTranslated(prefs) ? prefs.script : 'en'}>
                {isTranslated(prefs) ? chineseName(brief.names, prefs) : brief.names.en}
              </span>
            </span>
            <span class="hit-line">
              <span class="kind">{t(`kind_${brief.kind}`)}</span>
              {brief.kind !== 'division' && (
                <span lang={langFor(prefs)}>{nameFor(brief.division.names, prefs)}</span>
              )}
              {!isName(matched, brief) && (
                <span>
                  {t('search_matched')} <span lang={prefs.script}>{matched}</span>
                </span>
              )}
            </span>
            <span class="hit-summary">
              <Words of={brief.summary} prefs={prefs} />
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** True when what matched is a name that the hit shows anyway. */
function isName(matched: string, brief: SearchHit['brief']): boolean {
  const { zhHans, zhHant, en, pinyin } = brief.names;
  return [zhHans, zhHant, en, pinyin].includes(matched);
}
